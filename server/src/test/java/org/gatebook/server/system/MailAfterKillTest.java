package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail of orders that were acknowledged survives the plug. */
class MailAfterKillTest {

    private static final int ORDERS = 30;

    @TempDir
    Path data;

    @Test
    void every_buyer_is_written_to_once_although_the_node_that_promised_it_was_killed() throws Exception {
        List<String> buyers = new ArrayList<>();
        Node node = Node.start(data);
        BoxOffice office = BoxOffice.open(node.api(), "mail", null);
        for (int order = 0; order < ORDERS; order++) {
            String buyer = "buyer" + order + "@example.org";
            node.api().created(office.path() + "orders/", """
                {"email": "%s", "sales_channel": "web", "send_email": true, "positions": [{"item": %d}]}\
                """.formatted(buyer, office.item()));
            buyers.add(buyer);
        }
        node.kill();

        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        List<String> told = new ArrayList<>();
        try (Node again = Node.start(
                data,
                Map.of("GATEBOOK_SMTP_URL", "smtp://127.0.0.1:" + mail.getSmtp().getPort()))) {
            assertThat(mail.waitForIncomingEmail(60_000, ORDERS)).isTrue();
            assertThat(again.api().get(office.path() + "outbox/?state=sent").status())
                    .isEqualTo(200);
            String late = "late@example.org";
            again.api().created(office.path() + "orders/", """
                {"email": "%s", "sales_channel": "web", "send_email": true, "positions": [{"item": %d}]}\
                """.formatted(late, office.item()));
            buyers.add(late);
            assertThat(mail.waitForIncomingEmail(10_000, ORDERS + 1)).isTrue();
            for (MimeMessage letter : mail.getReceivedMessages()) {
                told.add(letter.getAllRecipients()[0].toString());
            }
        } finally {
            mail.stop();
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(buyers);
    }
}
