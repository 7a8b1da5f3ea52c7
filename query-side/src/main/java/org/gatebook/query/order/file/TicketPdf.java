package org.gatebook.query.order.file;

import com.google.zxing.common.BitMatrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Prints tickets, a page each: what it is for, who comes, and a code for the scanner. The fonts that every reader has know
 * western letters only and leave others out silently, so the file brings its own.
 */
final class TicketPdf {

    private static final Rectangle PAPER = PageSize.A5;
    private static final float MARGIN = 48;
    private static final float CODE_SIZE = 200;
    private static final float GAP = 16;
    private static final Font TITLE = font(Liberation.SANS_BOLD, 24);
    private static final Font PRODUCT = font(Liberation.SANS_BOLD, 16);
    private static final Font TEXT = font(Liberation.SANS, 12);

    private TicketPdf() {}

    /** The file; the pages must not be none. */
    static byte[] of(List<TicketPage> pages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PAPER);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        document.open();
        for (TicketPage page : pages) {
            document.newPage();
            print(page, writer.getDirectContent());
            // A page without running text counts as empty, and the next one would take its place.
            writer.setPageEmpty(false);
        }
        document.close();
        return out.toByteArray();
    }

    /** In boxes, not as running text: what is too long ends at its box, and neither covers the code nor begins a page. */
    private static void print(TicketPage page, PdfContentByte canvas) {
        ColumnText top = box(canvas, MARGIN, MARGIN + CODE_SIZE + GAP, PAPER.getHeight() - MARGIN);
        line(top, page.event(), TITLE);
        line(top, page.dates(), TEXT);
        line(top, page.location(), TEXT);
        line(top, page.product(), PRODUCT);
        line(top, page.attendee(), TEXT);
        line(top, page.seat(), TEXT);
        top.go();
        ColumnText beside = box(canvas, MARGIN + CODE_SIZE + GAP, MARGIN, MARGIN + CODE_SIZE);
        line(beside, page.number(), TEXT);
        line(beside, page.price(), TEXT);
        beside.go();
        code(page.secret(), canvas);
    }

    private static ColumnText box(PdfContentByte canvas, float left, float bottom, float top) {
        ColumnText box = new ColumnText(canvas);
        box.setSimpleColumn(left, bottom, PAPER.getWidth() - MARGIN, top);
        return box;
    }

    private static void line(ColumnText box, String text, Font font) {
        if (!text.isEmpty()) {
            Paragraph paragraph = new Paragraph(text, font);
            paragraph.setSpacingAfter(font.getSize() / 2);
            box.addElement(paragraph);
        }
    }

    /** Drawn as squares, so that it is sharp at any size. */
    private static void code(String secret, PdfContentByte canvas) {
        BitMatrix code = TicketCode.of(secret);
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

    private static Font font(Liberation font, int size) {
        try {
            return font.create(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
