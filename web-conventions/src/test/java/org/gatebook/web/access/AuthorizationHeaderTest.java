package org.gatebook.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatebook.web.auth.CredentialScheme;
import org.junit.jupiter.api.Test;

class AuthorizationHeaderTest {

    @Test
    void a_scheme_is_matched_whatever_its_case() {
        assertThat(AuthorizationHeader.parse("device abc"))
                .isEqualTo(new AuthorizationHeader.Presented(CredentialScheme.DEVICE, "abc"));
        assertThat(AuthorizationHeader.parse("TOKEN abc"))
                .isEqualTo(new AuthorizationHeader.Presented(CredentialScheme.TOKEN, "abc"));
    }

    @Test
    void an_unknown_scheme_counts_as_no_credentials() {
        assertThat(AuthorizationHeader.parse("Basic dXNlcjpwYXNz")).isEqualTo(new AuthorizationHeader.Absent());
        assertThat(AuthorizationHeader.parse("  ")).isEqualTo(new AuthorizationHeader.Absent());
        assertThat(AuthorizationHeader.parse(null)).isEqualTo(new AuthorizationHeader.Absent());
    }

    @Test
    void a_known_scheme_without_one_token_says_what_is_wrong() {
        assertThat(AuthorizationHeader.parse("Token "))
                .isEqualTo(new AuthorizationHeader.Malformed(
                        CredentialScheme.TOKEN, "Invalid token header. No credentials provided."));
        assertThat(AuthorizationHeader.parse("Token abc def"))
                .isEqualTo(new AuthorizationHeader.Malformed(
                        CredentialScheme.TOKEN, "Invalid token header. Token string should not contain spaces."));
    }

    @Test
    void only_an_accept_header_without_json_is_refused() {
        assertThat(Negotiation.refusal(null)).isNull();
        assertThat(Negotiation.refusal("*/*")).isNull();
        assertThat(Negotiation.refusal("text/html, application/*;q=0.1")).isNull();
        assertThat(Negotiation.refusal("application/json, text/javascript")).isNull();
        assertThat(Negotiation.refusal("text/html").status()).isEqualTo(406);
    }
}
