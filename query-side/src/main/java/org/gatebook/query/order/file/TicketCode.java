package org.gatebook.query.order.file;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The QR code that a scanner reads a ticket's secret from. */
final class TicketCode {

    private static final Charset USUAL = StandardCharsets.ISO_8859_1;

    private TicketCode() {}

    /** One bit a module, without a quiet zone: the paper around it is white. */
    static BitMatrix of(String secret) {
        Map<EncodeHintType, Object> hints = new HashMap<>(Map.of(EncodeHintType.MARGIN, 0));
        // Clients may give any secret. Another alphabet is announced in the code, which old scanners cannot read.
        if (!USUAL.newEncoder().canEncode(secret)) {
            hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8);
        }
        try {
            return new QRCodeWriter().encode(secret, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalStateException("a secret that no code can hold", e);
        }
    }
}
