package org.gatebook.command.ticket.secret;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.gatebook.api.ticket.TicketTerms;
import org.jspecify.annotations.Nullable;

/**
 * What a signed secret says of its ticket (behaviour notes, orders 20). Scanner apps take it apart without asking, so
 * the form is fixed: base64, read backwards, of a version, the lengths of message and signature, and both. The message
 * is a protocol buffer, whose fields without a value are left out.
 *
 * @param seed makes each secret another one
 * @param variation 0 for none
 * @param subevent 0 for none
 * @param validFrom seconds since 1970; 0 for none
 * @param validUntil likewise
 */
record SignedSecret(String seed, long item, long variation, long subevent, long validFrom, long validUntil) {

    private static final byte VERSION = 1;
    private static final int HEAD = 5;
    private static final int SEED = 1;
    private static final int ITEM = 2;
    private static final int VARIATION = 3;
    private static final int SUBEVENT = 4;
    private static final int VALID_FROM = 5;
    private static final int VALID_UNTIL = 6;
    private static final int VARINT = 0;
    private static final int TEXT = 2;

    static SignedSecret of(String seed, TicketTerms terms) {
        return new SignedSecret(
                seed,
                terms.item(),
                number(terms.variation()),
                number(terms.subevent()),
                seconds(terms.validFrom()),
                seconds(terms.validUntil()));
    }

    /** Whether it says of a ticket what these terms say. */
    boolean says(TicketTerms terms) {
        return equals(of(seed, terms));
    }

    /**
     * Whether a scanner can put it into the path of the older address as it is. Base64 has slashes, and an address with an
     * empty step is nobody's: about one secret in thirty would open no door there, so another seed is drawn.
     */
    static boolean fitsIntoAddress(String text) {
        return !text.startsWith("/") && !text.endsWith("/") && !text.contains("//");
    }

    /** What is signed. */
    byte[] message() {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        byte[] text = seed.getBytes(StandardCharsets.UTF_8);
        varint(message, SEED << 3 | TEXT);
        varint(message, text.length);
        message.writeBytes(text);
        field(message, ITEM, item);
        field(message, VARIATION, variation);
        field(message, SUBEVENT, subevent);
        field(message, VALID_FROM, validFrom);
        field(message, VALID_UNTIL, validUntil);
        return message.toByteArray();
    }

    /** The secret itself. */
    String text(byte[] signature) {
        byte[] message = message();
        ByteBuffer all = ByteBuffer.allocate(HEAD + message.length + signature.length)
                .put(VERSION)
                .putShort((short) message.length)
                .putShort((short) signature.length)
                .put(message)
                .put(signature);
        return backwards(Base64.getEncoder().encodeToString(all.array()));
    }

    /** What a secret says, whoever signed it; empty if it is no signed one. */
    static Optional<SignedSecret> read(String secret) {
        try {
            ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(backwards(secret)));
            if (all.remaining() < HEAD || all.get() != VERSION) {
                return Optional.empty();
            }
            int message = Short.toUnsignedInt(all.getShort());
            int signature = Short.toUnsignedInt(all.getShort());
            return all.remaining() == message + signature
                    ? Optional.of(fields(all.slice(HEAD, message)))
                    : Optional.empty();
        } catch (RuntimeException noSecret) {
            // Anything may be held before a scanner.
            return Optional.empty();
        }
    }

    private static SignedSecret fields(ByteBuffer message) {
        String seed = "";
        long[] numbers = new long[VALID_UNTIL + 1];
        while (message.hasRemaining()) {
            int tag = Math.toIntExact(varint(message));
            int field = tag >>> 3;
            if ((tag & 7) == TEXT) {
                byte[] text = new byte[Math.toIntExact(varint(message))];
                message.get(text);
                seed = field == SEED ? new String(text, StandardCharsets.UTF_8) : seed;
            } else {
                long value = varint(message);
                if (field >= ITEM && field <= VALID_UNTIL) {
                    numbers[field] = value;
                }
            }
        }
        return new SignedSecret(
                seed, numbers[ITEM], numbers[VARIATION], numbers[SUBEVENT], numbers[VALID_FROM], numbers[VALID_UNTIL]);
    }

    private static void field(ByteArrayOutputStream message, int field, long value) {
        if (value != 0) {
            varint(message, field << 3 | VARINT);
            varint(message, value);
        }
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte part = in.get();
            value |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number without an end");
    }

    private static String backwards(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static long number(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private static long seconds(@Nullable Instant moment) {
        return moment == null ? 0 : moment.getEpochSecond();
    }
}
