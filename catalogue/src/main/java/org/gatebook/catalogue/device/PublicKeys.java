package org.gatebook.catalogue.device;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RSA keys as devices send them: X.509 in PEM. */
final class PublicKeys {

    private static final Pattern PEM =
            Pattern.compile("^\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*$");

    private PublicKeys() {}

    static boolean isPublicKey(String text) {
        Matcher pem = PEM.matcher(text);
        if (!pem.matches()) {
            return false;
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
            KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
