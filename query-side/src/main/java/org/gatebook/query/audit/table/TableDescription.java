package org.gatebook.query.audit.table;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The description of the tables that tax audit tools read: {@code index.xml} of the German standard for handing over data
 * (GDPdU, 2004), which tools elsewhere read as well.
 *
 * @param supplier whose data they are
 * @param comment what they are
 * @param from first day of the period
 * @param to last day of the period
 */
public record TableDescription(String supplier, String comment, LocalDate from, LocalDate to) {

    /** The file that describes the form of {@code index.xml}; it has to lie beside it under this name. */
    public static final String DTD = "gdpdu-01-09-2004.dtd";

    /** The same of tests, which do not count. */
    public TableDescription ofTests() {
        return new TableDescription(supplier, "TESTS, which do not count: " + comment, from, to);
    }

    /** The text of {@code index.xml} for these tables. */
    public String text(List<Table> tables) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeDTD("\n<!DOCTYPE DataSet SYSTEM \"" + DTD + "\">\n");
            xml.writeStartElement("DataSet");
            element(xml, "Version", "1.0");
            xml.writeStartElement("DataSupplier");
            element(xml, "Name", supplier);
            element(xml, "Location", "");
            element(xml, "Comment", comment);
            xml.writeEndElement();
            xml.writeStartElement("Media");
            element(xml, "Name", "Gatebook");
            for (Table table : tables) {
                table(xml, table);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.append('\n').toString();
    }

    private void table(XMLStreamWriter xml, Table table) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("Table");
        element(xml, "URL", table.file());
        element(xml, "Name", table.name());
        element(xml, "Description", table.meaning());
        xml.writeStartElement("Validity");
        xml.writeStartElement("Range");
        element(xml, "From", from.toString());
        element(xml, "To", to.toString());
        xml.writeEndElement();
        element(xml, "Format", "YYYY-MM-DD");
        xml.writeEndElement();
        xml.writeEmptyElement("UTF8");
        element(xml, "DecimalSymbol", ".");
        element(xml, "DigitGroupingSymbol", ",");
        // The first line has the names.
        xml.writeStartElement("Range");
        element(xml, "From", "2");
        xml.writeEndElement();
        xml.writeStartElement("VariableLength");
        element(xml, "ColumnDelimiter", TableWriter.COLUMNS);
        xml.writeStartElement("RecordDelimiter");
        xml.writeEntityRef("#13");
        xml.writeEntityRef("#10");
        xml.writeEndElement();
        element(xml, "TextEncapsulator", "\"");
        for (Column column : table.columns()) {
            column(xml, column);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void column(XMLStreamWriter xml, Column column) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(column.key() ? "VariablePrimaryKey" : "VariableColumn");
        element(xml, "Name", column.name());
        element(xml, "Description", column.meaning());
        switch (column.kind()) {
            case TEXT -> xml.writeEmptyElement("AlphaNumeric");
            case NUMBER -> xml.writeEmptyElement("Numeric");
            case AMOUNT, RATE -> {
                xml.writeStartElement("Numeric");
                element(xml, "Accuracy", "2");
                xml.writeEndElement();
            }
            case DAY -> {
                xml.writeStartElement("Date");
                element(xml, "Format", "YYYY-MM-DD");
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
