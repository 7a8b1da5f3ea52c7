package org.gatebook.command.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomCodesTest {

    @Property(tries = 200)
    void codes_have_the_length_and_the_alphabet_asked_for(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int length) {
        var codes = new RandomCodes(new java.util.Random(seed));
        assertThat(codes.next(CodeAlphabet.GIFT_CARD, length))
                .hasSize(length)
                .matches("[ABCDEFGHJKLMNPQRSTUVWXYZ3789]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABFUCKXY", "A3AR5CHX", "SH17ZZZZ", "s3xAAAAA"})
    void banned_words_are_found_in_either_case_and_behind_digits(String code) {
        assertThat(BannedWords.load().occurIn(code)).isTrue();
    }

    @Test
    void a_code_with_a_banned_word_is_drawn_again() {
        var codes = new RandomCodes(spelling("SEX" + "ABC"));
        assertThat(codes.next(CodeAlphabet.GIFT_CARD, 3)).isEqualTo("ABC");
    }

    private static RandomGenerator spelling(String text) {
        return new java.util.Random(0) {
            private int next;

            @Override
            public int nextInt(int bound) {
                char wanted = text.charAt(next++);
                for (int i = 0; i < bound; i++) {
                    if (CodeAlphabet.GIFT_CARD.at(i) == wanted) {
                        return i;
                    }
                }
                throw new IllegalStateException("no " + wanted);
            }
        };
    }
}
