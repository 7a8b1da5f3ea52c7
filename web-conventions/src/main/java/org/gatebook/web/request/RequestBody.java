package org.gatebook.web.request;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a request carries, parsed (behaviour notes, orders 1.2). */
public sealed interface RequestBody {

    /** JSON of any kind; forms complain themselves when it is no object. */
    record Json(JsonNode value) implements RequestBody {}

    /**
     * A form, URL-encoded or multipart.
     *
     * @param fields its text fields
     * @param files uploaded files by field name, the last one of a name
     */
    record Form(Map<String, List<String>> fields, Map<String, UploadedFile> files) implements RequestBody {}

    /** An uploaded file; never compared, so that its bytes need no copy. */
    @SuppressWarnings("ArrayRecordComponent")
    record UploadedFile(String name, String mediaType, byte[] bytes) {}
}
