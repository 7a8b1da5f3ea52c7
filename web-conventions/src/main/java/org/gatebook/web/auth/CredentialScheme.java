package org.gatebook.web.auth;

/** The first word of the {@code Authorization} header, matched whatever its case. */
public enum CredentialScheme {
    /** A team's API token. */
    TOKEN,
    /** A check-in device or till. */
    DEVICE
}
