package org.gatebook.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.gatebook.query.mail.ComposedMail;
import org.gatebook.query.mail.MailServer;
import org.gatebook.query.mail.MailServer.Cause;
import org.gatebook.query.mail.MailServer.Undelivered;
import org.gatebook.server.settings.SmtpAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers say, and what we make of it. */
class SmtpServerTest {

    private static final String FROM = "tickets@example.org";
    private static final ComposedMail MAIL = mailTo("ada@example.org");

    @Test
    void a_password_that_is_right_lets_mail_leave_and_a_wrong_one_leaves_it_waiting() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            mail.setUser(FROM, "user", "right");
            int port = mail.getSmtp().getPort();
            try (MailServer.Connection connection =
                    server(port, "user", "right").open()) {
                connection.send(MAIL);
                connection.send(MAIL);
            }
            assertThat(mail.getReceivedMessages()).hasSize(2);
            Undelivered refused = refusal(server(port, "user", "wrong"), MAIL);
            assertThat(refused.reason()).isEqualTo(Cause.SERVER);
            assertThat(refused).hasMessageNotContaining("wrong");
        } finally {
            mail.stop();
        }
    }

    @Test
    void a_server_whose_name_nobody_vouches_for_is_told_nothing() {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        mail.start();
        try {
            SmtpAddress address =
                    new SmtpAddress(true, "127.0.0.1", mail.getSmtps().getPort(), null, null);
            assertThat(refusal(new SmtpServer(address, FROM), MAIL).reason()).isEqualTo(Cause.SERVER);
            assertThat(mail.getReceivedMessages()).isEmpty();
        } finally {
            mail.stop();
        }
    }

    @Test
    void a_password_is_not_sent_to_a_server_that_does_not_encrypt() throws Exception {
        try (ScriptedServer scripted = new ScriptedServer(Map.of())) {
            SmtpAddress address = new SmtpAddress(false, "127.0.0.2", scripted.port(), "user", "secret");
            assertThat(refusal(new SmtpServer(address, FROM), MAIL).reason()).isEqualTo(Cause.SERVER);
            assertThat(scripted.heard()).doesNotContain("AUTH");
        }
    }

    @Test
    void where_nobody_listens_mail_waits() throws Exception {
        int port;
        try (ServerSocket nobody = new ServerSocket(0)) {
            port = nobody.getLocalPort();
        }
        assertThat(refusal(server(port, null, null), MAIL).reason()).isEqualTo(Cause.SERVER);
    }

    @Test
    void an_address_that_nobody_can_have_is_given_up_before_anything_is_said() {
        Undelivered refused = refusal(server(1, null, null), mailTo("ada@example.org\r\nBcc: eve@example.org"));
        assertThat(refused.reason()).isEqualTo(Cause.FOR_GOOD);
        assertThat(refused).hasMessageNotContaining("eve");
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no ada@example.org here, FOR_GOOD, the address was refused with 550",
        "RCPT, 451 come again, FOR_NOW, the address was refused with 451",
        "MAIL, 553 who are you, SERVER, our address was refused with 553",
        "DATA, 554 spam, FOR_GOOD, it was refused with 554",
        "., 452 full, FOR_NOW, it was refused with 452",
        "DATA, 421 bye, SERVER, it was refused with 421"
    })
    void what_a_server_says_is_kept_as_a_number(String verb, String answer, Cause cause, String fault)
            throws Exception {
        try (ScriptedServer scripted = new ScriptedServer(Map.of(verb, answer))) {
            Undelivered refused = refusal(server(scripted.port(), null, null), MAIL);
            assertThat(refused.reason()).isEqualTo(cause);
            assertThat(refused).hasMessage(fault);
        }
    }

    private static Undelivered refusal(SmtpServer server, ComposedMail mail) {
        try (MailServer.Connection connection = server.open()) {
            return catchThrowableOfType(Undelivered.class, () -> connection.send(mail));
        }
    }

    private static SmtpServer server(int port, String user, String password) {
        return new SmtpServer(new SmtpAddress(false, "127.0.0.1", port, user, password), FROM);
    }

    private static ComposedMail mailTo(String address) {
        return new ComposedMail("1.0", address, "The crew", null, "en", "Hello", "Hello\n");
    }

    /** Says what it was told to say to a verb, and yes to everything else; listens to one client. */
    private static final class ScriptedServer implements AutoCloseable {

        private final ServerSocket socket;
        private final StringBuffer heard = new StringBuffer();
        private final Map<String, String> answers;

        ScriptedServer(Map<String, String> answers) throws IOException {
            this.answers = answers;
            this.socket = new ServerSocket(0);
            Thread.ofVirtual().start(this::talk);
        }

        int port() {
            return socket.getLocalPort();
        }

        String heard() {
            return heard.toString();
        }

        private void talk() {
            try (Socket client = socket.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                    PrintWriter out = new PrintWriter(client.getOutputStream(), false, StandardCharsets.US_ASCII)) {
                say(out, "220 here");
                boolean letter = false;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    heard.append(line).append('\n');
                    if (letter && !line.equals(".")) {
                        continue;
                    }
                    String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                    String answer = answers.getOrDefault(verb, verb.equals("DATA") ? "354 go on" : "250 yes");
                    letter = verb.equals("DATA") && answer.startsWith("354");
                    say(out, answer);
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private static void say(PrintWriter out, String line) {
            out.print(line + "\r\n");
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
