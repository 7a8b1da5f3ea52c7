package org.gatebook.query.audit.table;

import static org.gatebook.query.audit.table.Column.Kind.AMOUNT;
import static org.gatebook.query.audit.table.Column.Kind.DAY;
import static org.gatebook.query.audit.table.Column.Kind.NUMBER;
import static org.gatebook.query.audit.table.Column.Kind.RATE;
import static org.gatebook.query.audit.table.Column.Kind.TEXT;

import java.util.List;

/**
 * A table of the package.
 *
 * @param name of its file, without the ending
 * @param meaning for people
 */
public record Table(String name, String meaning, List<Column> columns) {

    private static final String ENTRY = "Position in the log of the event that made it";
    private static final String DATE = "Day on which it was recorded";
    private static final String RECORDED = "Moment at which it was recorded, UTC";
    private static final String ORDER = "Code of the order";
    private static final String EVENT = "Event of the organizer";
    private static final String CURRENCY = "Currency (ISO 4217)";
    private static final String PREFIX = "Prefix of the number, which names the number range";

    public static final Table JOURNAL = new Table(
            "journal",
            "Double entries, order by order. Lines of one entry have the same number; their debits and credits are"
                    + " equal.",
            List.of(
                    Column.key("entry", NUMBER, ENTRY),
                    Column.key("line", NUMBER, "Line of the entry, from 1"),
                    Column.of("date", DAY, DATE),
                    Column.of("recorded_at", TEXT, RECORDED),
                    Column.of("order", TEXT, ORDER),
                    Column.of("event", TEXT, EVENT),
                    Column.of("account", TEXT, "Account; the guide for auditors has the chart of accounts"),
                    Column.of("debit", AMOUNT, "Amount on the debit side, or 0.00"),
                    Column.of("credit", AMOUNT, "Amount on the credit side, or 0.00"),
                    Column.of("currency", TEXT, CURRENCY),
                    Column.of("tax_rate", RATE, "Tax rate in percent; empty where tax has nothing to do with it"),
                    Column.of("part", TEXT, "What it is for: position, fee, payment or refund"),
                    Column.of("number", NUMBER, "Number of that part: within the order, of a fee its id"),
                    Column.of("product", NUMBER, "Number of the product; empty where there is none"),
                    Column.of("cause", TEXT, "Name of the event that made the entry")));

    public static final Table ORDERS = new Table(
            "orders",
            "Orders that have a balance or an entry, and what their buyers owe.",
            List.of(
                    Column.key("order", TEXT, ORDER),
                    Column.key("placed_by", NUMBER, "Position in the log of the event that placed it"),
                    Column.of("event", TEXT, EVENT),
                    Column.of("placed_at", TEXT, "Moment at which it was placed, UTC"),
                    Column.of("status", TEXT, "At the end: pending, approval, paid, expired, canceled or deleted"),
                    Column.of("currency", TEXT, CURRENCY),
                    Column.of("total", AMOUNT, "Total of the order as clients read it; a cancelled order keeps it"),
                    Column.of("opening", AMOUNT, "Balance of the account receivable before the period"),
                    Column.of("debit", AMOUNT, "Sum of its debits in the period"),
                    Column.of("credit", AMOUNT, "Sum of its credits in the period"),
                    Column.of("closing", AMOUNT, "Balance at the end: owed by the buyer, below 0 paid too much")));

    public static final Table ACCOUNTS = new Table(
            "accounts",
            "Balance of each account before the period, its debits and credits, and its balance at the end.",
            List.of(
                    Column.key("account", TEXT, "Account"),
                    Column.key("currency", TEXT, CURRENCY),
                    Column.key("tax_rate", TEXT, "Tax rate in percent; empty where tax has nothing to do with it"),
                    Column.of("opening", AMOUNT, "Debits less credits before the period"),
                    Column.of("debit", AMOUNT, "Sum of debits in the period"),
                    Column.of("credit", AMOUNT, "Sum of credits in the period"),
                    Column.of("closing", AMOUNT, "Debits less credits up to the end")));

    public static final Table GIFT_CARDS = new Table(
            "gift_cards",
            "Gift cards that have a balance or a transaction; named by their id, because who knows a code can pay with"
                    + " it.",
            List.of(
                    Column.key("card", NUMBER, "Id of the card"),
                    Column.of("currency", TEXT, CURRENCY),
                    Column.of("issued_at", TEXT, "Moment at which it was issued, UTC"),
                    Column.of("expires_at", TEXT, "Moment at which it expires, UTC; empty if it does not"),
                    Column.of("opening", AMOUNT, "Credit before the period"),
                    Column.of("loaded", AMOUNT, "Sum of what was put on it in the period"),
                    Column.of("spent", AMOUNT, "Sum of what was taken from it in the period"),
                    Column.of("closing", AMOUNT, "Credit at the end")));

    public static final Table GIFT_CARD_TRANSACTIONS = new Table(
            "gift_card_transactions",
            "Transactions of gift cards, card by card.",
            List.of(
                    Column.key("card", NUMBER, "Id of the card"),
                    Column.key("entry", NUMBER, ENTRY),
                    Column.of("transaction", NUMBER, "Id of the transaction"),
                    Column.of("date", DAY, DATE),
                    Column.of("recorded_at", TEXT, RECORDED),
                    Column.of("amount", AMOUNT, "Put on the card, or below 0 taken from it"),
                    Column.of("balance", AMOUNT, "Credit after it"),
                    Column.of("currency", TEXT, CURRENCY),
                    Column.of("acceptor", TEXT, "Organizer who booked it"),
                    Column.of("event", TEXT, "Event of the order that it belongs to; empty if it belongs to none"),
                    Column.of("order", TEXT, "Order that it belongs to; empty if it belongs to none"),
                    Column.of("payment", NUMBER, "Number of the payment within the order, if it pays"),
                    Column.of("refund", NUMBER, "Number of the refund within the order, if it gives back")));

    public static final Table INVOICES = new Table(
            "invoices",
            "Invoices and the documents that cancel them, as they are at the end of the period.",
            List.of(
                    Column.key("invoice", TEXT, "Number as people read it: prefix and number"),
                    Column.of("prefix", TEXT, PREFIX),
                    Column.of(
                            "number",
                            TEXT,
                            "Number in its range; not only digits where it is made of the order's code"),
                    Column.of("kind", TEXT, "invoice, or cancellation"),
                    Column.of("cancels", TEXT, "Invoice that it cancels; empty for invoices"),
                    Column.of("date", DAY, "Date of the document"),
                    Column.of("order", TEXT, ORDER),
                    Column.of("event", TEXT, EVENT),
                    Column.of("currency", TEXT, CURRENCY + "; empty without lines"),
                    Column.of("gross", AMOUNT, "Sum of the lines with tax"),
                    Column.of("tax", AMOUNT, "Tax in it"),
                    Column.of("entry", NUMBER, ENTRY),
                    Column.of("issued_at", TEXT, "Moment at which it was made, UTC"),
                    Column.of("made_again_by", NUMBER, "Position of the event that last made it again; empty if none"),
                    Column.of("recipient", TEXT, "To whom it is addressed; empty if that was erased or not given"),
                    Column.of("country", TEXT, "Country of the recipient, two letters; empty if not given"),
                    Column.of("vat_id", TEXT, "VAT id of the recipient; empty if not given"),
                    Column.of("sender", TEXT, "Who makes the invoice"),
                    Column.of("sender_vat_id", TEXT, "VAT id of who makes it; empty if not given")));

    public static final Table INVOICE_LINES = new Table(
            "invoice_lines",
            "Lines of the documents, without the names of guests.",
            List.of(
                    Column.key("invoice", TEXT, "Number of the document"),
                    Column.key("line", NUMBER, "Number of the line; lines that are not printed leave a gap"),
                    Column.of("product", TEXT, "What was sold"),
                    Column.of("gross", AMOUNT, "Amount with tax"),
                    Column.of("tax", AMOUNT, "Tax in it"),
                    Column.of("tax_rate", RATE, "Tax rate in percent"),
                    Column.of("currency", TEXT, CURRENCY)));

    public static final Table NUMBER_RANGES = new Table(
            "invoice_number_ranges",
            "Counted number ranges of invoices; where all is well, missing, doubled and out_of_order are 0, and"
                    + " left_out is, if no backup was restored.",
            List.of(
                    Column.key("prefix", TEXT, PREFIX),
                    Column.of(
                            "before",
                            NUMBER,
                            "Highest number before the period, of a document or left out; 0 if there was none"),
                    Column.of("first", NUMBER, "Lowest number in the period; 0 if there is none"),
                    Column.of("last", NUMBER, "Highest number in the period; 0 if there is none"),
                    Column.of("documents", NUMBER, "How many documents of it were made in the period"),
                    Column.of("missing", NUMBER, "How many numbers are missing up to the last one"),
                    Column.of(
                            "left_out",
                            NUMBER,
                            "How many numbers were left out when a backup was restored in the period; no document has"
                                    + " them, and they are not missing"),
                    Column.of("doubled", NUMBER, "How many documents have a number that another one had before"),
                    Column.of(
                            "out_of_order",
                            NUMBER,
                            "How many documents have an earlier date than one with a lower number")));

    public static final Table NUMBER_GAPS = new Table(
            "invoice_number_gaps",
            "What is wrong with the number ranges, and what was left out when a backup was restored; empty where all is"
                    + " well.",
            List.of(
                    Column.key("prefix", TEXT, PREFIX),
                    Column.key("finding", TEXT, "missing, left_out, doubled, or out_of_order"),
                    Column.key("from", NUMBER, "The number, or the first of several that are missing or left out"),
                    Column.key("to", NUMBER, "The number, or the last of several that are missing or left out"),
                    Column.of(
                            "entry",
                            NUMBER,
                            "Position of the event where it was noticed; of numbers left out, of the restore, which"
                                    + " belongs to no organizer and is not in the package"),
                    Column.of("recorded_at", TEXT, RECORDED)));

    /** All of them, as they are described. */
    public static final List<Table> ALL = List.of(
            JOURNAL,
            ORDERS,
            ACCOUNTS,
            INVOICES,
            INVOICE_LINES,
            NUMBER_RANGES,
            NUMBER_GAPS,
            GIFT_CARDS,
            GIFT_CARD_TRANSACTIONS);

    public Table {
        columns = List.copyOf(columns);
    }

    /** The name of its file. */
    public String file() {
        return name + ".csv";
    }
}
