package org.gatebook.query.order.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** Ticket files: what is on them, and that nobody waits for one inside a request. */
class TicketFilesTest {

    private static final TicketPage ADA = TicketPage.of(Map.of(
            "event_name", "Festival",
            "event_date_range", "May 1st, 2031",
            "itemvar", "Ticket",
            "attendee_name", "Ada Lovelace",
            "order_positionid", "ABCDE-1",
            "price", "€23.00",
            "secret", "abcdefghjkmnpqrstuvwxyz23456789"));
    private static final TicketPage NOBODY =
            TicketPage.of(Map.of("event_name", "Festival", "order_positionid", "ABCDE-2", "secret", "s"));

    @Test
    void each_ticket_has_a_page_that_names_what_it_is_for() throws IOException {
        PdfReader file = new PdfReader(TicketPdf.of(List.of(ADA, NOBODY)));
        assertThat(file.getNumberOfPages()).isEqualTo(2);
        PdfTextExtractor text = new PdfTextExtractor(file);
        assertThat(text.getTextFromPage(1))
                .contains("Festival", "May 1st, 2031", "Ticket", "Ada Lovelace", "ABCDE-1", "€23.00");
        assertThat(text.getTextFromPage(2)).contains("ABCDE-2").doesNotContain("ABCDE-1");
    }

    @Test
    void letters_of_other_alphabets_are_printed() throws IOException {
        TicketPage page =
                TicketPage.of(Map.of("event_name", "Фестиваль", "attendee_name", "Łukasz Νίκος", "secret", "s"));
        PdfReader file = new PdfReader(TicketPdf.of(List.of(page)));
        assertThat(new PdfTextExtractor(file).getTextFromPage(1)).contains("Фестиваль", "Łukasz Νίκος");
    }

    @Test
    void a_long_text_neither_begins_a_page_nor_hides_the_number() throws IOException {
        TicketPage page = TicketPage.of(
                Map.of("event_name", "Festival ".repeat(500), "order_positionid", "ABCDE-1", "secret", "s"));
        PdfReader file = new PdfReader(TicketPdf.of(List.of(page, NOBODY)));
        assertThat(file.getNumberOfPages()).isEqualTo(2);
        assertThat(new PdfTextExtractor(file).getTextFromPage(1)).contains("ABCDE-1");
    }

    @Test
    void a_file_is_made_behind_the_first_question_and_handed_out_later() {
        TicketFiles files = new TicketFiles();
        try {
            byte[] file = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> made(files, List.of(ADA)));
            assertThat(files.file(List.of(ADA))).containsSame(file);
        } finally {
            files.destroy();
        }
    }

    private static byte[] made(TicketFiles files, List<TicketPage> pages) {
        Optional<byte[]> file = files.file(pages);
        while (file.isEmpty()) {
            Thread.onSpinWait();
            file = files.file(pages);
        }
        return file.get();
    }
}
