package org.gatebook.query.audit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatebook.query.test.OrderFacts.eur;
import static org.gatebook.query.test.OrderFacts.order;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.gatebook.api.giftcard.OrderBooking;
import org.gatebook.api.installation.InstallationEvent;
import org.gatebook.api.installation.InstallationRestored;
import org.gatebook.api.installation.InstallationRestored.LeftOutNumbers;
import org.gatebook.api.installation.InstallationRestored.Range;
import org.gatebook.api.installation.InstallationRestored.RestoredBackup;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.api.invoice.InvoiceLine;
import org.gatebook.api.invoice.InvoiceNumber;
import org.gatebook.api.invoice.InvoiceRecipient;
import org.gatebook.api.invoice.InvoiceSender;
import org.gatebook.api.invoice.InvoiceTexts;
import org.gatebook.api.offer.EventTerms.Sender;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.InvoiceCanceled;
import org.gatebook.api.order.OrderEvent.InvoiceIssued;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedPayment;
import org.gatebook.api.personal.Personal;
import org.gatebook.eventstore.evidence.EvidenceSettings;
import org.gatebook.eventstore.note.SigningKey;
import org.gatebook.eventstore.registry.EventFamily;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.gatebook.query.audit.pack.AuditExport;
import org.gatebook.query.test.Festival;
import org.gatebook.query.test.Happenings;
import org.gatebook.query.test.OrderFacts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/**
 * A package of a small log: what stands in it, that it holds, and that it does not when anything was changed.
 *
 * <p>Long: each way to change a package, on one package that takes long to make.
 */
class PackageTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final SigningKey KEY = SigningKey.generate("tickets.example.org/log");
    private static final String EVENTS = "events/events.jsonl";
    private static final ZoneId UTC = ZoneId.of("UTC");

    @TempDir
    static Path folder;

    private static TestStore store;
    private static Instant secondDay;
    private static Path whole;

    @TempDir
    Path scratch;

    @Configuration(proxyBeanMethods = false)
    @Import(AuditExport.class)
    static class Beans {
        @Bean
        EventFamily orders() {
            return EventFamily.of(OrderEvent.class);
        }

        @Bean
        EventFamily installation() {
            return EventFamily.of(InstallationEvent.class);
        }

        @Bean
        EventFamily cards() {
            return EventFamily.of(GiftCardEvent.class);
        }
    }

    @BeforeAll
    static void orders_cards_and_invoices_of_two_days() {
        store = TestStore.open(
                POSTGRES.application(),
                new EvidenceSettings(folder.resolve("evidence"), List.of(KEY.verifier()), KEY),
                Beans.class);
        Happenings happenings = new Happenings(store);
        happenings.in("stranger", "giftcard:1", 0, issued(1, false));
        tell(happenings, order(100, "EARLY").line(101, 1), pays(100, "10.00"), invoice(100, "EARLY", 1));
        happenings.in(Festival.ORGANIZER.value(), "giftcard:7", 0, issued(7, false), booked(7, 70, "50.00"));
        secondDay = Instant.now();
        tell(
                happenings,
                order(200, "LATER").line(201, 1).line(202, 1).fee(9, "2.00"),
                pays(200, "48.00"),
                new OrderPaid(new OrderId(200), OrderFacts.NOW),
                invoice(200, "LATER", 2),
                new InvoiceCanceled(
                        new OrderId(200),
                        document(200, "LATER", 2)
                                .cancellation(
                                        903,
                                        new InvoiceNumber("F-", "00003"),
                                        LocalDate.of(2030, 5, 6),
                                        InvoiceSender.of(new Sender("", "", "", "", "", "", "")))));
        tell(happenings, order(300, "TRIED").test().line(301, 1));
        happenings.in(Festival.ORGANIZER.value(), "giftcard:7", 2, paidWith(7, 71, "-12.50"), booked(7, 72, "5.00"));
        happenings.in(Festival.ORGANIZER.value(), "giftcard:8", 0, issued(8, true), booked(8, 80, "1.00"));
        happenings.in(InstallationEvent.ORGANIZER.value(), InstallationEvent.STREAM, 0, restored("stranger", "F-"));
        happenings.in(
                InstallationEvent.ORGANIZER.value(),
                InstallationEvent.STREAM,
                1,
                restored(Festival.ORGANIZER.value(), "F-"));
        whole = export(Instant.EPOCH, "whole");
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void a_package_holds_with_the_key_of_the_log_and_with_no_other() throws Exception {
        Findings found = PackageCheck.run(whole, List.of(KEY.verifier()));
        assertThat(found.text()).contains("trusted key", "nothing is wrong").contains("books: 4 entries of 2 orders");
        assertThat(found.clean()).isTrue();
        assertThat(python(whole)).contains("books: 4 entries, 2 orders", "nothing is wrong");
        SigningKey other = SigningKey.generate("tickets.example.org/log");
        assertThat(PackageCheck.run(whole, List.of(other.verifier())).text())
                .contains("proof/checkpoint: no trusted key has signed it", "manifest.json.sig: no trusted key");
        assertThat(python(whole, "--key", other.verifier().toString()))
                .contains("proof/checkpoint: is not signed by", "manifest.json.sig: is not signed by");
    }

    @Test
    void debits_and_credits_are_per_order_and_account() throws IOException {
        assertThat(lines("books/orders.csv"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("\"EARLY\"")
                        .endsWith("\"pending\";\"EUR\";23.00;0.00;23.00;10.00;13.00"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("\"LATER\"")
                        .endsWith("\"paid\";\"EUR\";48.00;0.00;48.00;48.00;0.00"));
        assertThat(lines("books/accounts.csv"))
                .contains(
                        "\"sales\";\"EUR\";\"19\";0.00;0.00;57.99;-57.99",
                        "\"tax\";\"EUR\";\"19\";0.00;0.00;11.01;-11.01");
    }

    @Test
    void tests_are_kept_apart() throws IOException {
        assertThat(lines("books/journal.csv")).noneMatch(line -> line.contains("TRIED"));
        assertThat(lines("test/journal.csv")).hasSize(4).anyMatch(line -> line.contains("TRIED"));
        assertThat(lines("test/gift_cards.csv")).anyMatch(line -> line.startsWith("8;"));
    }

    @Test
    void what_was_before_the_period_is_in_the_opening_balances() throws IOException {
        Path later = export(secondDay, "later");
        assertThat(PackageCheck.run(later, List.of(KEY.verifier())).text()).contains("nothing is wrong");
        assertThat(Files.readAllLines(later.resolve("books/orders.csv")))
                .anySatisfy(line -> assertThat(line).startsWith("\"EARLY\"").endsWith("23.00;13.00;0.00;0.00;13.00"));
        assertThat(Files.readAllLines(later.resolve("books/gift_cards.csv")))
                .anySatisfy(line -> assertThat(line).startsWith("7;").endsWith("50.00;5.00;12.50;42.50"));
        assertThat(Files.readAllLines(later.resolve("books/invoice_number_ranges.csv")))
                .contains("\"F-\";1;2;3;2;0;1000;0;0");
        assertThat(Files.readString(later.resolve(EVENTS))).doesNotContain("order:100\"");
    }

    @Test
    void numbers_that_a_restore_left_out_are_named_and_not_missing() throws Exception {
        assertThat(lines("books/invoice_number_gaps.csv"))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("\"F-\";\"left_out\";4;1003;");
        assertThat(PackageCheck.run(whole, List.of(KEY.verifier())).text()).contains("1000 left_out");
        assertThat(python(whole)).contains("1000 left_out", "nothing is wrong");
        assertThat(Files.readString(whole.resolve(EVENTS))).doesNotContain("Jane Doe");
    }

    @Test
    void codes_and_guests_stay_sealed_and_who_gets_an_invoice_is_shown() throws IOException {
        assertThat(Files.readString(whole.resolve(EVENTS)))
                .doesNotContain("CODE-7", "Buyer Street")
                .doesNotContain("stranger");
        assertThat(Files.readString(whole.resolve("books/invoices.csv"))).contains("\"Ann Buyer, Buyer Street 1\"");
    }

    @Test
    void a_package_may_be_one_file() {
        Path zip = export(Instant.EPOCH, "one.zip");
        assertThat(PackageCheck.run(zip, List.of(KEY.verifier())).text()).contains("nothing is wrong");
    }

    @Test
    void what_audit_tools_read_describes_every_column() throws Exception {
        for (String tables : List.of("books", "test")) {
            DocumentBuilderFactory validating = DocumentBuilderFactory.newInstance();
            validating.setValidating(true);
            var builder = validating.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            var index = builder.parse(whole.resolve(tables).resolve("index.xml").toFile());
            var described = index.getElementsByTagName("Table");
            for (int i = 0; i < described.getLength(); i++) {
                var table = (Element) described.item(i);
                String file = table.getElementsByTagName("URL").item(0).getTextContent();
                int columns = table.getElementsByTagName("VariableColumn").getLength()
                        + table.getElementsByTagName("VariablePrimaryKey").getLength();
                assertThat(lines(tables + "/" + file).getFirst().split(";")).hasSize(columns);
            }
        }
    }

    @Test
    void a_package_is_not_written_over_another_nor_of_nobody() {
        assertThatThrownBy(() -> export(Instant.EPOCH, "whole")).hasMessageContaining("is not empty");
        AuditExport.Wish nobody = new AuditExport.Wish("nobody", null, Instant.EPOCH, Instant.now(), UTC);
        assertThatThrownBy(() -> store.get(AuditExport.class).write(nobody, scratch.resolve("x")))
                .isInstanceOf(AuditExport.Impossible.class);
    }

    /** What somebody changes, and what the check says of it. */
    static Stream<Arguments> changes() {
        return Stream.of(
                change(EVENTS, text -> text.replaceFirst("23\\.00", "22.00"), EVENTS + " line 1: CHANGED or ADDED"),
                change(EVENTS, text -> text.replaceFirst("(?s)\n[^\n]*\n", "\n"), "REMOVED: before position"),
                change(EVENTS, text -> text.replaceFirst("[^\n]*\n", "$0$0"), EVENTS + " line 2: DOUBLED or REORDERED"),
                change(
                        EVENTS,
                        text -> text + text.replaceFirst("(?s)\n.*", "\n").replaceFirst("\"leaf\":\\d+", "\"leaf\":99"),
                        "CHANGED or ADDED"),
                change(
                        "books/journal.csv",
                        text -> text.replaceFirst(";23\\.00;", ";22.00;"),
                        "debits and credits differ"),
                change("books/journal.csv", text -> text.replaceFirst("\r\n[^\r]*\r\n", "\r\n"), "order EARLY"),
                change("books/orders.csv", text -> text.replace(";13.00\r", ";0.00\r"), "order EARLY: "),
                change("books/accounts.csv", text -> text.replace(";57.99;", ";57.90;"), "account sales"),
                change("books/gift_cards.csv", text -> text.replace(";42.50", ";2.50"), "card 7: its closing balance"),
                change("books/gift_card_transactions.csv", text -> text.replace("-12.50", "-2.50"), "card 7"),
                change("books/invoices.csv", text -> text.replaceFirst(";23\\.00;", ";20.00;"), "invoice F-00001"),
                change(
                        "books/invoices.csv",
                        text -> text.replaceFirst("\"F-00002\"[^\r]*\r\n", ""),
                        "says 3 documents, there are 2"),
                change(
                        "books/invoice_number_gaps.csv",
                        text -> text.replace("\"left_out\";4;1003", "\"left_out\";4;1002"),
                        "says 1000 numbers were left out"),
                change(
                        "proof/leaves.bin",
                        text -> (char) (text.charAt(0) ^ 1) + text.substring(1),
                        "do not lead to the root"));
    }

    private static Arguments change(String file, UnaryOperator<String> edit, String finding) {
        return Arguments.of(file, edit, finding);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("changes")
    void a_change_is_found_by_its_checksum_and_for_what_it_is(String file, UnaryOperator<String> edit, String finding)
            throws Exception {
        Path copy = scratch.resolve("copy");
        copy(whole, copy);
        edit(copy.resolve(file), edit);
        String changed = file + ": CHANGED: its checksum";
        assertThat(PackageCheck.run(copy, List.of(KEY.verifier())).text()).contains(changed, finding, "DIFFERENCES");
        // Somebody who knows about checksums.
        String before = sha256(whole.resolve(file));
        edit(copy.resolve("manifest.json"), text -> text.replace(before, sha256(copy.resolve(file))));
        String forged = "manifest.json: CHANGED: it is not the one that was signed";
        assertThat(PackageCheck.run(copy, List.of(KEY.verifier())).text())
                .contains(forged, finding)
                .doesNotContain(changed);
        assertThat(python(copy)).contains(forged, finding).doesNotContain(changed);
    }

    @Test
    void a_file_that_is_gone_or_new_is_named() throws Exception {
        Path copy = scratch.resolve("copy");
        copy(whole, copy);
        Files.delete(copy.resolve("books/orders.csv"));
        Files.writeString(copy.resolve("books/more.csv"), "more");
        assertThat(PackageCheck.run(copy, List.of(KEY.verifier())).text())
                .contains("books/orders.csv: is missing", "books/more.csv: is not in the manifest");
        assertThat(python(copy)).contains("books/orders.csv: is missing", "books/more.csv: is not in the manifest");
    }

    // -- the log --

    private static void tell(Happenings happenings, OrderFacts order, OrderEvent... then) {
        String stream = order.id().aggregateId();
        String organizer = Festival.ORGANIZER.value();
        happenings.within(organizer, Festival.EVENT.value(), "shop", stream, 0, order.placed());
        if (then.length > 0) {
            happenings.within(organizer, Festival.EVENT.value(), "shop", stream, 1, then);
        }
    }

    private static PaymentRecorded pays(long order, String amount) {
        OrderId id = new OrderId(order);
        return new PaymentRecorded(
                id,
                new PlacedPayment(
                        order + 5,
                        1,
                        "manual",
                        PaymentState.CONFIRMED,
                        eur(amount),
                        OrderFacts.NOW,
                        OrderFacts.NOW,
                        Personal.of(id.subject(), Map.of())));
    }

    private static InstallationRestored restored(String organizer, String prefix) {
        return new InstallationRestored(
                "history",
                new RestoredBackup("backup", OrderFacts.NOW, "1", 10, 10, ""),
                "Jane Doe",
                new Range(1, 2),
                new Range(1, 2),
                List.of(new LeftOutNumbers(new OrganizerSlug(organizer), prefix, 4, 1003)),
                null);
    }

    private static InvoiceIssued invoice(long order, String code, int number) {
        return new InvoiceIssued(new OrderId(order), document(order, code, number));
    }

    private static Invoice document(long order, String code, int number) {
        return new Invoice(
                900 + number,
                new InvoiceNumber("F-", "0000" + number),
                new OrderCode(code),
                LocalDate.of(2030, 5, 5),
                null,
                "en",
                InvoiceSender.of(new Sender("Organizer", "", "", "", "", "", "")),
                Personal.of(
                        new OrderId(order).subject(),
                        new InvoiceRecipient(
                                "Ann Buyer\nBuyer Street 1",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                "DE",
                                null,
                                null,
                                null,
                                "")),
                new InvoiceTexts("", "", "", null, ""),
                null,
                List.of(new InvoiceLine(
                        1,
                        "Ticket \"day\"; all",
                        null,
                        "",
                        eur("23.00"),
                        eur("3.67"),
                        new BigDecimal("19.00"),
                        "VAT",
                        1L,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)));
    }

    private static GiftCardIssued issued(long card, boolean test) {
        GiftCardId id = new GiftCardId(card);
        return new GiftCardIssued(
                id,
                Festival.ORGANIZER,
                Personal.bearer(id.subject(), "CODE-" + card),
                "EUR",
                test,
                OrderFacts.NOW,
                GiftCardTerms.NONE);
    }

    private static GiftCardTransacted booked(long card, long transaction, String amount) {
        return new GiftCardTransacted(
                new GiftCardId(card),
                CardTransaction.plain(transaction, CardAmount.of(amount), Festival.ORGANIZER),
                OrderFacts.NOW);
    }

    private static GiftCardTransacted paidWith(long card, long transaction, String amount) {
        return new GiftCardTransacted(
                new GiftCardId(card),
                CardTransaction.forOrder(
                        transaction,
                        CardAmount.of(amount),
                        Festival.ORGANIZER,
                        new OrderBooking(Festival.EVENT, "LATER", 1, null)),
                OrderFacts.NOW);
    }

    // -- packages --

    private static Path export(Instant from, String name) {
        Path target = folder.resolve(name);
        store.get(AuditExport.class)
                .write(
                        new AuditExport.Wish(
                                Festival.ORGANIZER.value(),
                                null,
                                from,
                                Instant.now().plusSeconds(60),
                                UTC),
                        target);
        return target;
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(whole.resolve(file));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** Byte by byte, whatever is in the file. */
    private static void edit(Path file, UnaryOperator<String> edit) throws IOException {
        String before = Files.readString(file, StandardCharsets.ISO_8859_1);
        String after = edit.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after, StandardCharsets.ISO_8859_1);
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String python(Path location, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("python3", "-B", location + "/check.py"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isEqualTo(printed.contains("nothing is wrong") ? 0 : 1);
        return printed;
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException fault) throws SAXParseException {
            throw fault;
        }

        @Override
        public void error(SAXParseException fault) throws SAXParseException {
            throw fault;
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXParseException {
            throw fault;
        }
    }
}
