package org.gatebook.query.history.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field that is different.
 *
 * @param path where it is in the answer, as JSONPath (RFC 9535)
 * @param before left out where the field was not there
 * @param after left out where the field is not there any more
 */
@JsonPropertyOrder({"path", "before", "after"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record FieldChange(
        String path, @Nullable JsonNode before, @Nullable JsonNode after) {}
