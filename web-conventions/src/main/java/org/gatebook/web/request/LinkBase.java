package org.gatebook.web.request;

/**
 * Where absolute links start: the public address if one is configured, else the address that the client used, as a
 * trusted proxy reports it.
 *
 * @param origin scheme, host and port, without a final slash
 */
public record LinkBase(String origin) {

    /**
     * An absolute address.
     *
     * @param path starts with a slash and is already encoded
     */
    public String to(String path) {
        return origin + path;
    }
}
