package org.gatebook.web.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gatebook.eventstore.Entered.StoredAnswer;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.RenderedAnswer;
import org.junit.jupiter.api.Test;

class StoredAnswersTest {

    private final RenderedAnswer answer =
            RenderedAnswer.of(Answer.created(List.of("secret")).with("Location", "https://x/y: z"));

    @Test
    void the_same_credential_and_key_open_the_answer_again() {
        StoredAnswer stored = StoredAnswers.seal(answer, "Token a", "k");
        RenderedAnswer opened = StoredAnswers.open(stored, "Token a", "k");
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.mediaType()).isEqualTo("application/json");
        assertThat(opened.headers()).isEqualTo(answer.headers());
        assertThat(opened.body()).isEqualTo(answer.body());
    }

    @Test
    void what_is_stored_shows_nothing_of_the_body_and_nobody_else_can_open_it() {
        StoredAnswer stored = StoredAnswers.seal(answer, "Token a", "k");
        assertThat(new String(stored.body(), StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThatThrownBy(() -> StoredAnswers.open(stored, "Token b", "k")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> StoredAnswers.open(stored, "Token a", "l")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keys_are_kept_apart_by_credential_and_never_show_it() {
        assertThat(StoredAnswers.key("Token a", "k")).isNotEqualTo(StoredAnswers.key("Token b", "k"));
        assertThat(StoredAnswers.key("Token a", "k")).isEqualTo(StoredAnswers.key("Token a", "k"));
        assertThat(StoredAnswers.key(null, "k").credentialHash()).hasSize(64);
    }

    @Test
    void conflicts_and_faults_are_not_remembered() {
        for (int status : new int[] {409, 429, 500, 503}) {
            assertThat(RenderedAnswer.of(Answer.detail(status, "x")).isRemembered())
                    .isFalse();
        }
        for (int status : new int[] {200, 201, 204, 400, 401, 403, 404, 405}) {
            assertThat(RenderedAnswer.of(Answer.detail(status, "x")).isRemembered())
                    .isTrue();
        }
    }
}
