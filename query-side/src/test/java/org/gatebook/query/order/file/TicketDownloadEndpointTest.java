package org.gatebook.query.order.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.query.test.OrderFacts.NOW;
import static org.gatebook.query.test.OrderFacts.attendee;
import static org.gatebook.query.test.OrderFacts.order;
import static org.gatebook.query.test.OrderFacts.payment;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.PaymentState;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.query.test.Asked;
import org.gatebook.query.test.Festival;
import org.gatebook.query.test.OrderStore;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.RenderedAnswer;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.error.Rejected;
import org.gatebook.web.request.ApiRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** Who gets a ticket file, and what is asked first. */
class TicketDownloadEndpointTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final OrderId PAID = new OrderId(100);

    private static OrderStore store;

    @BeforeAll
    static void a_paid_order_with_a_ticket_and_a_workshop_and_an_open_one() {
        store = new OrderStore(POSTGRES.application());
        store.place(
                order(100, "PAIDZ")
                        .line(101, Festival.TICKET, null, attendee("Ada", "Lovelace", "ada@guests.test"))
                        .line(102, Festival.WORKSHOP, 101L, Attendee.unknown()),
                new PaymentRecorded(PAID, payment(PAID, 1, "manual", PaymentState.CONFIRMED)),
                new OrderPaid(PAID, NOW));
        store.place(order(200, "OPEN1").line(201, Festival.TICKET));
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({
        "NOPE1, nosuch, 404, Unknown output provider.",
        "PAIDZ, nosuch, 404, Unknown output provider.",
        "NOPE1, pdf,    404, Not found.",
        "OPEN1, pdf,    403, Downloads are not available for pending orders.",
    })
    void an_order_is_looked_up_when_its_output_is_known(String code, String output, int status, String detail) {
        refused(endpoint -> endpoint.ofOrder(request(), code, output), status, detail);
    }

    @ParameterizedTest
    @CsvSource({
        "999, nosuch, 404, Unknown output provider.",
        "999, pdf,    404, Not found.",
        "201, pdf,    403, Downloads are not available for pending orders.",
        "102, pdf,    403, Downloads are not enabled for this product.",
    })
    void a_position_is_looked_up_when_its_output_is_known(long id, String output, int status, String detail) {
        refused(endpoint -> endpoint.ofPosition(request(), id, output), status, detail);
    }

    @Test
    void an_order_has_a_page_for_each_position_with_a_ticket() throws IOException {
        Answer answer = file(endpoint -> endpoint.ofOrder(request(), "PAIDZ", "pdf"));
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"FEST-PAIDZ-pdf.pdf\"");
        RenderedAnswer rendered = RenderedAnswer.of(answer);
        assertThat(rendered.mediaType()).isEqualTo("application/pdf");
        PdfReader file = new PdfReader(rendered.body());
        assertThat(file.getNumberOfPages()).isEqualTo(1);
        assertThat(new PdfTextExtractor(file).getTextFromPage(1))
                .contains("Festival", "Product 1", "Ada Lovelace", "PAIDZ-1", "€");
    }

    @Test
    void the_file_of_a_position_names_its_number() {
        assertThat(file(endpoint -> endpoint.ofPosition(request(), 101, "pdf")).header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"FEST-PAIDZ-1-pdf.pdf\"");
    }

    @Test
    void a_refusal_costs_one_statement_and_an_unknown_output_none() {
        // The first one opens the unit.
        assertThat(store.statementsOf(() -> answer(endpoint -> endpoint.ofOrder(request(), "OPEN1", "pdf"))))
                .hasSize(2);
        assertThat(store.statementsOf(() -> answer(endpoint -> endpoint.ofOrder(request(), "OPEN1", "nosuch"))))
                .hasSize(1);
    }

    private static void refused(Function<TicketDownloadEndpoint, Answer> asked, int status, String detail) {
        RenderedAnswer answer = RenderedAnswer.of(answer(asked));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains(detail);
    }

    /** Asks again while the file is being made, as clients do. */
    private static Answer file(Function<TicketDownloadEndpoint, Answer> asked) {
        return assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            Answer answer = answer(asked);
            while (answer.status() == 409) {
                Thread.onSpinWait();
                answer = answer(asked);
            }
            return answer;
        });
    }

    private static Answer answer(Function<TicketDownloadEndpoint, Answer> asked) {
        return store.get(TransactionalUnit.class).read(Opening.plain(), entered -> {
            try {
                return asked.apply(store.get(TicketDownloadEndpoint.class));
            } catch (Rejected rejected) {
                return Answer.of(rejected.error());
            }
        });
    }

    private static ApiRequest request() {
        return Asked.by("acme", "", "", Permission.CAN_VIEW_ORDERS).below(Festival.EVENT);
    }
}
