package org.gatebook.query.invoice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import tools.jackson.databind.JsonNode;

/** Prints a document from what the API says of it, so that neither can say what the other does not. */
final class InvoicePdf {

    private static final float MARGIN = 56;
    private static final Font TITLE = font(Liberation.SANS_BOLD, 16);
    private static final Font HEAD = font(Liberation.SANS_BOLD, 9);
    private static final Font TEXT = font(Liberation.SANS, 9);
    private static final Font SMALL = font(Liberation.SANS, 7);
    private static final float[] COLUMNS = {1, 9, 2, 3, 3};

    private final JsonNode invoice;
    private final Currency currency;

    private InvoicePdf(JsonNode invoice, Currency currency) {
        this.invoice = invoice;
        this.currency = currency;
    }

    /** The file. */
    static byte[] of(JsonNode invoice, Currency currency) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, out);
        document.open();
        new InvoicePdf(invoice, currency).print(document);
        document.close();
        return out.toByteArray();
    }

    private void print(Document document) {
        document.addTitle(text("number"));
        document.add(addresses());
        document.add(new Paragraph(
                (invoice.path("is_cancellation").asBoolean() ? "Cancellation " : "Invoice ") + text("number"), TITLE));
        line(document, "Order: " + text("order") + "    Date: " + text("date"));
        line(document, labelled("Cancels: ", text("refers")));
        line(document, labelled("Customer reference: ", text("internal_reference")));
        line(document, text("custom_field"));
        line(document, text("introductory_text"));
        document.add(lines());
        document.add(taxes());
        line(document, text("payment_provider_stamp").toUpperCase(Locale.ROOT));
        line(document, text("payment_provider_text"));
        line(document, text("additional_text"));
        Paragraph footer = new Paragraph(text("footer_text"), SMALL);
        footer.setSpacingBefore(MARGIN / 2);
        document.add(footer);
    }

    private PdfPTable addresses() {
        PdfPTable table = table(1, 1);
        String from = String.join(
                "\n",
                text("invoice_from_name"),
                text("invoice_from"),
                (text("invoice_from_zipcode") + " " + text("invoice_from_city")).strip(),
                text("invoice_from_country"),
                labelled("Tax ID: ", text("invoice_from_tax_id")),
                labelled("VAT-ID: ", text("invoice_from_vat_id")));
        table.addCell(cell(text("invoice_to"), TEXT, Element.ALIGN_LEFT));
        table.addCell(cell(from.replaceAll("\n{2,}", "\n").strip(), TEXT, Element.ALIGN_RIGHT));
        table.setSpacingAfter(MARGIN);
        return table;
    }

    private PdfPTable lines() {
        PdfPTable table = table(COLUMNS);
        table.setSpacingBefore(MARGIN / 4);
        for (String title : new String[] {"", "Description", "Tax rate", "Net", "Gross"}) {
            table.addCell(cell(title, HEAD, title.equals("Description") ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT));
        }
        table.setHeaderRows(1);
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : invoice.path("lines")) {
            BigDecimal gross = amount(line, "gross_value");
            sum = sum.add(gross);
            table.addCell(cell(line.path("position").asString(), TEXT, Element.ALIGN_RIGHT));
            table.addCell(cell(line.path("description").asString(), TEXT, Element.ALIGN_LEFT));
            table.addCell(cell(line.path("tax_rate").asString() + " %", TEXT, Element.ALIGN_RIGHT));
            table.addCell(cell(money(gross.subtract(amount(line, "tax_value"))), TEXT, Element.ALIGN_RIGHT));
            table.addCell(cell(money(gross), TEXT, Element.ALIGN_RIGHT));
        }
        PdfPCell total = cell("Total", HEAD, Element.ALIGN_LEFT);
        total.setColspan(COLUMNS.length - 1);
        table.addCell(total);
        table.addCell(cell(money(sum), HEAD, Element.ALIGN_RIGHT));
        return table;
    }

    /** What is in the total of each rate. */
    private PdfPTable taxes() {
        Map<BigDecimal, BigDecimal> gross = new TreeMap<>();
        Map<BigDecimal, BigDecimal> tax = new TreeMap<>();
        for (JsonNode line : invoice.path("lines")) {
            BigDecimal rate = amount(line, "tax_rate");
            gross.merge(rate, amount(line, "gross_value"), BigDecimal::add);
            tax.merge(rate, amount(line, "tax_value"), BigDecimal::add);
        }
        PdfPTable table = table(3, 3, 3, 3);
        table.setSpacingBefore(MARGIN / 4);
        table.setSpacingAfter(MARGIN / 4);
        for (String title : new String[] {"Tax rate", "Net", "Tax", "Gross"}) {
            table.addCell(cell(title, HEAD, Element.ALIGN_RIGHT));
        }
        gross.forEach((rate, sum) -> {
            BigDecimal contained = tax.getOrDefault(rate, BigDecimal.ZERO);
            table.addCell(cell(rate.toPlainString() + " %", TEXT, Element.ALIGN_RIGHT));
            table.addCell(cell(money(sum.subtract(contained)), TEXT, Element.ALIGN_RIGHT));
            table.addCell(cell(money(contained), TEXT, Element.ALIGN_RIGHT));
            table.addCell(cell(money(sum), TEXT, Element.ALIGN_RIGHT));
        });
        return table;
    }

    private static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        return table;
    }

    private static PdfPCell cell(String text, Font font, int alignment) {
        PdfPCell cell = new PdfPCell(new Phrase(broken(text), font));
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setHorizontalAlignment(alignment);
        return cell;
    }

    private static void line(Document document, String text) {
        if (!text.isEmpty()) {
            Paragraph paragraph = new Paragraph(broken(text), TEXT);
            paragraph.setSpacingBefore(TEXT.getSize() / 2);
            document.add(paragraph);
        }
    }

    /** Texts come with the line breaks of a web page. */
    private static String broken(String text) {
        return text.replace("<br />", "\n");
    }

    private static String labelled(String label, String text) {
        return text.isEmpty() ? "" : label + text;
    }

    private String money(BigDecimal amount) {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    private static BigDecimal amount(JsonNode line, String key) {
        return new BigDecimal(line.path(key).asString("0"));
    }

    private String text(String key) {
        return invoice.path(key).asString("");
    }

    private static Font font(Liberation font, int size) {
        try {
            return font.create(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
