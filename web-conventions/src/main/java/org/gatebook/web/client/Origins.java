package org.gatebook.web.client;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ThreadLocalRandom;
import org.gatebook.web.config.HttpSettings;
import org.gatebook.web.request.LinkBase;
import org.jspecify.annotations.Nullable;

/** Tells where requests come from, by settings and headers. */
public final class Origins {

    private static final int LONGEST_REQUEST_ID = 128;

    private final TrustedProxies proxies;
    private final @Nullable LinkBase publicAddress;

    public Origins(HttpSettings settings) {
        this.proxies = new TrustedProxies(settings.trustedProxies());
        String address = settings.publicAddress();
        this.publicAddress = address == null || address.isBlank()
                ? null
                : new LinkBase(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
    }

    /** The origin of this request. */
    public Origin of(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        boolean trusted = proxies.trusts(peer);
        String client = trusted ? proxies.client(peer, request.getHeader("X-Forwarded-For")) : peer;
        return new Origin(requestId(request.getHeader("X-Request-ID")), client, links(request, trusted));
    }

    private LinkBase links(HttpServletRequest request, boolean trusted) {
        if (publicAddress != null) {
            return publicAddress;
        }
        String proto = trusted ? nearest(request.getHeader("X-Forwarded-Proto")) : null;
        String host = trusted ? nearest(request.getHeader("X-Forwarded-Host")) : null;
        if (host == null) {
            host = request.getHeader("Host");
        }
        String scheme = proto != null && proto.equalsIgnoreCase("https") ? "https" : request.getScheme();
        return new LinkBase(scheme + "://" + (host == null ? request.getServerName() : host));
    }

    /** What the nearest proxy says: values further left may have come from the client. */
    private static @Nullable String nearest(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String last = value.substring(value.lastIndexOf(',') + 1).strip();
        return last.isEmpty() ? null : last;
    }

    /** The sent id if it is fit for logs, else a new one: 128 bits that need no secrecy, in hexadecimal. */
    static String requestId(@Nullable String sent) {
        if (sent != null && wellFormed(sent)) {
            return sent;
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return hex(random.nextLong()) + hex(random.nextLong());
    }

    private static String hex(long bits) {
        String text = Long.toHexString(bits);
        return "0".repeat(16 - text.length()) + text;
    }

    private static boolean wellFormed(String id) {
        if (id.length() < 8 || id.length() > LONGEST_REQUEST_ID) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }
}
