package org.gatebook.web.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The networks whose word about the client is taken. Everybody else could claim any address, so their
 * {@code X-Forwarded-*} headers are ignored.
 */
public final class TrustedProxies {

    private final List<Network> networks;

    private record Network(List<Byte> address, int bits) {

        private boolean contains(byte[] other) {
            if (other.length != address.size()) {
                return false;
            }
            for (int bit = 0; bit < bits; bit += 8) {
                int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
                if (((address.get(bit / 8) ^ other[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Reads addresses and networks such as {@code 10.0.0.0/8} or {@code ::1}.
     *
     * @throws IllegalArgumentException if one is neither
     */
    public TrustedProxies(List<String> networks) {
        this.networks = networks.stream().map(TrustedProxies::network).toList();
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        byte[] address = address(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw new IllegalArgumentException("neither an address nor a network: " + text);
        }
        int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > address.length * 8) {
            throw new IllegalArgumentException("no such network: " + text);
        }
        List<Byte> boxed = new ArrayList<>();
        for (byte part : address) {
            boxed.add(part);
        }
        return new Network(List.copyOf(boxed), bits);
    }

    /** Literal addresses only: a name must never be looked up because a client sent it. */
    private static byte @Nullable [] address(String text) {
        boolean literal = !text.isEmpty()
                && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':')
                && (text.contains(":") || Character.isDigit(text.charAt(0)));
        try {
            return literal ? InetAddress.getByName(text).getAddress() : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** Whether this address belongs to a proxy. */
    public boolean trusts(String address) {
        if (networks.isEmpty()) {
            return false;
        }
        byte[] bytes = address(address);
        return bytes != null && networks.stream().anyMatch(network -> network.contains(bytes));
    }

    /**
     * The client's address: the last one in the chain that no trusted proxy owns.
     *
     * @param peer who opened the connection
     * @param forwardedFor the header's value, proxies appended on the right; null when absent
     */
    public String client(String peer, @Nullable String forwardedFor) {
        if (forwardedFor == null || !trusts(peer)) {
            return peer;
        }
        String[] chain = forwardedFor.split(",", -1);
        String last = peer;
        for (int i = chain.length - 1; i >= 0; i--) {
            String hop = chain[i].strip();
            if (address(hop) == null) {
                return last;
            }
            last = hop;
            if (!trusts(hop)) {
                return hop;
            }
        }
        return last;
    }
}
