package org.gatebook.command.ticket.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.gatebook.api.ticket.TicketSigning;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.command.code.RandomCodes;
import org.junit.jupiter.api.Test;

class NewSecretsTest {

    private static final TicketTerms TERMS = new TicketTerms(100_010, 100_011L, null, null, null);

    private final SplittableRandom random = new SplittableRandom(7);

    /** A signature is as good as random; nothing here checks it. */
    private final TicketSigning.Signer signer = message -> {
        byte[] signature = new byte[64];
        random.nextBytes(signature);
        return signature;
    };

    private final NewSecrets secrets = new NewSecrets(new RandomCodes(random), (organizer, event) -> signer);

    @Test
    void every_signed_secret_can_stand_in_an_address_and_says_its_terms() {
        for (int i = 0; i < 2_000; i++) {
            String secret = secrets.signed(TERMS, signer);
            assertThat(secret).doesNotContain("//").doesNotStartWith("/").doesNotEndWith("/");
            assertThat(SignedSecret.read(secret))
                    .hasValueSatisfying(read -> assertThat(read.says(TERMS)).isTrue());
        }
    }

    @Test
    void an_empty_step_fits_into_no_address() {
        assertThat(SignedSecret.fitsIntoAddress("==ab/cd")).isTrue();
        assertThat(SignedSecret.fitsIntoAddress("==ab//cd")).isFalse();
        assertThat(SignedSecret.fitsIntoAddress("/ab")).isFalse();
        assertThat(SignedSecret.fitsIntoAddress("ab/")).isFalse();
    }
}
