package org.gatebook.server.scanner;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/**
 * A code that tells by itself which ticket it is, as apps read it when they do not know it: the keys of the event, the
 * code's bytes, and the JDK's own Ed25519; nothing of the server's (device client notes 2.2, 8a and 2.4).
 */
record SignedTicket(long item) {

    /** What the code says, if one of the event's keys has signed it; null if none has. */
    static SignedTicket read(String code, JsonNode validKeys) throws GeneralSecurityException {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(
                    Base64.getDecoder().decode(new StringBuilder(code).reverse().toString()));
            if (bytes.get() != 1) {
                return null;
            }
            byte[] message = new byte[Short.toUnsignedInt(bytes.getShort())];
            byte[] signature = new byte[Short.toUnsignedInt(bytes.getShort())];
            bytes.get(message).get(signature);
            for (JsonNode key : validKeys.get("pretix_sig1")) {
                Signature verification = Signature.getInstance("Ed25519");
                verification.initVerify(key(key.asString()));
                verification.update(message);
                if (signature.length == 64 && verification.verify(signature)) {
                    return new SignedTicket(item(ByteBuffer.wrap(message)));
                }
            }
            return null;
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException | SignatureException e) {
            // Nor is a signature whose bytes are no point of the curve, as one of many forged ones.
            return null;
        }
    }

    /** Base64 of a PEM file. */
    private static PublicKey key(String published) throws GeneralSecurityException {
        String pem = new String(Base64.getDecoder().decode(published), StandardCharsets.US_ASCII);
        String body = pem.lines().filter(line -> !line.startsWith("-----")).reduce("", String::concat);
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
    }

    /** The second field of the protocol buffer, behind the seed. */
    private static long item(ByteBuffer message) {
        message.get();
        message.position(message.position() + 1 + message.get(message.position()));
        if (message.get() != 2 << 3) {
            throw new IllegalArgumentException("no product behind the seed");
        }
        long item = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = message.get();
            item |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return item;
            }
        }
    }
}
