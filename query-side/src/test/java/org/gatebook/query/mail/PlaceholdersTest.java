package org.gatebook.query.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gatebook.api.order.OrderMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

    @Test
    void values_are_put_in_once_and_unknown_names_stay() {
        assertThat(Placeholders.fill("{a}{b} {c} { a } {", Map.of("a", "{b}$1\\", "b", "x")))
                .isEqualTo("{b}$1\\x {c} { a } {");
    }

    @Property
    boolean a_head_line_is_one_line_whatever_it_is_made_of(@ForAll String text) {
        String line = MailComposer.line(text);
        return line.length() <= 250 && line.chars().noneMatch(Character::isISOControl);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "de-informal", "fr"})
    void every_mail_has_words_of_ours_in_every_language(String language) {
        for (OrderMail mail : OrderMail.values()) {
            assertThat(MailWords.subject(mail.code(), language)).contains("{event}");
            assertThat(MailWords.text(mail.code(), language)).contains("{url}");
            if (mail.attendeeCode() != null) {
                assertThat(MailWords.subject(mail.attendeeCode(), language)).isNotBlank();
                assertThat(MailWords.text(mail.attendeeCode(), language)).doesNotContain("{code}");
            }
        }
    }
}
