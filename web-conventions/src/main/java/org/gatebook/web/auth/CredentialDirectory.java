package org.gatebook.web.auth;

/**
 * Knows tokens and devices. Asked inside the request unit, after the opening statement has read the versions of the
 * organizer in the path, so that a change made on another node holds for this request. Where the path names no
 * organizer (for example {@code device/info}) there is no version to compare, and the implementation must look at the
 * database.
 */
public interface CredentialDirectory {

    /** Who presents a token of this hash under this scheme. A device's token is unknown as a team's, and the reverse. */
    CredentialLookup find(CredentialScheme scheme, TokenHash hash);
}
