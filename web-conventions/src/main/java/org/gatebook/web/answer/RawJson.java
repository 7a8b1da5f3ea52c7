package org.gatebook.web.answer;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Ready JSON text, written as it is at any depth of an answer: stored documents are handed out without being parsed.
 *
 * @param text one complete JSON value
 */
public record RawJson(@JsonValue @JsonRawValue String text) {}
