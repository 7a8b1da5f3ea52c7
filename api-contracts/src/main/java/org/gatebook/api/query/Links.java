package org.gatebook.api.query;

/**
 * Where the absolute links of a resource start that is shown inside another one.
 *
 * @param origin scheme, host and port, without a final slash
 */
public record Links(String origin) {}
