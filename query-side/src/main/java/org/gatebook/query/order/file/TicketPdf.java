package org.gatebook.query.order.file;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.FontFactory;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/** Prints tickets, a page each: what it is for, who comes, and a code for the scanner. */
final class TicketPdf {

    private static final float MARGIN = 48;
    private static final float CODE_SIZE = 200;
    private static final Font TITLE = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 24);
    private static final Font PRODUCT = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 16);
    private static final Font TEXT = FontFactory.getFont(FontFactory.HELVETICA, 12);

    private TicketPdf() {}

    /** The file; the pages must not be none. */
    static byte[] of(List<TicketPage> pages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A5, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        document.open();
        for (TicketPage page : pages) {
            document.newPage();
            print(page, document, writer.getDirectContent());
        }
        document.close();
        return out.toByteArray();
    }

    private static void print(TicketPage page, Document document, PdfContentByte canvas) {
        line(document, page.event(), TITLE);
        line(document, page.dates(), TEXT);
        line(document, page.location(), TEXT);
        line(document, page.product(), PRODUCT);
        line(document, page.attendee(), TEXT);
        line(document, page.seat(), TEXT);
        line(document, page.number(), TEXT);
        code(page.secret(), canvas);
    }

    private static void line(Document document, String text, Font font) {
        if (!text.isEmpty()) {
            Paragraph paragraph = new Paragraph(text, font);
            paragraph.setSpacingAfter(font.getSize() / 2);
            document.add(paragraph);
        }
    }

    /** Drawn as squares, so that it is sharp at any size. */
    private static void code(String secret, PdfContentByte canvas) {
        BitMatrix code = matrix(secret);
        float module = CODE_SIZE / code.getWidth();
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    canvas.rectangle(MARGIN + x * module, MARGIN + CODE_SIZE - (y + 1) * module, module, module);
                }
            }
        }
        canvas.fill();
    }

    private static BitMatrix matrix(String secret) {
        try {
            return new QRCodeWriter().encode(secret, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 0));
        } catch (WriterException e) {
            throw new IllegalStateException("a secret that no code can hold", e);
        }
    }
}
