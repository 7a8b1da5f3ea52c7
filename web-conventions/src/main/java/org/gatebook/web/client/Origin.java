package org.gatebook.web.client;

import org.gatebook.web.request.LinkBase;

/**
 * Where one request came from.
 *
 * @param requestId sent by the client or a proxy, else made
 * @param clientAddress a literal address
 * @param links where links in the answer start
 */
public record Origin(String requestId, String clientAddress, LinkBase links) {}
