package org.gatebook.eventstore.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Keys of RFC 8032 as the bytes that notes have, and as the JDK wants them. */
final class Ed25519 {

    static final int KEY_BYTES = 32;
    static final String NAME = "Ed25519";

    /** What stands before the 32 bytes of any public key of this kind in its X.509 form. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    static PublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_BYTES);
        System.arraycopy(bytes, 0, encoded, X509.length, KEY_BYTES);
        return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
    }

    static PrivateKey privateKey(byte[] seed) throws GeneralSecurityException {
        return KeyFactory.getInstance(NAME).generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    }

    /**
     * The public key of a private one. The JDK derives it only where it makes a pair, so it makes one here whose chance is
     * the seed.
     */
    static byte[] publicBytes(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
        generator.initialize(NamedParameterSpec.ED25519, new Decided(seed));
        byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, X509.length, encoded.length);
    }

    /** A source of chance that has its only answer already. */
    private static final class Decided extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] answer;

        private Decided(byte[] answer) {
            this.answer = answer;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != answer.length) {
                throw new IllegalStateException("asked for " + bytes.length + " bytes");
            }
            System.arraycopy(answer, 0, bytes, 0, answer.length);
        }
    }
}
