package org.gatebook.web.form.type;

/** What a body is for. Decides whether fields may be left out and whether defaults fill them. */
public enum Mode {
    /** POST: required fields are needed, defaults fill in. */
    CREATE,
    /** PUT: required fields are needed; the rest keeps what it was, whatever the documents promise. */
    REPLACE,
    /** PATCH: every field may be left out, at any depth. */
    CHANGE;

    /** What the body of a request with this method is for. */
    public static Mode of(String method) {
        return switch (method) {
            case "PUT" -> REPLACE;
            case "PATCH" -> CHANGE;
            default -> CREATE;
        };
    }
}
