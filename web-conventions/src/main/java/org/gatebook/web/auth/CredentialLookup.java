package org.gatebook.web.auth;

/** What a directory knows about a token. */
public sealed interface CredentialLookup {

    /** It is valid. */
    record Found(Credential.Member credential) implements CredentialLookup {}

    /**
     * It is known and refused with 401.
     *
     * @param detail the exact text, for example {@code Device access has been revoked.}, on which apps act
     */
    record Refused(String detail) implements CredentialLookup {}

    /** Nobody has it. */
    record Unknown() implements CredentialLookup {}
}
