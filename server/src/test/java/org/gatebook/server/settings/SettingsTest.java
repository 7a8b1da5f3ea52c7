package org.gatebook.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.gatebook.eventstore.test.GeneratedPage;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void nothing_set_means_the_defaults_and_the_embedded_database() {
        ServerSettings settings = ServerSettings.read(Map.of(), Map.of());
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.database().url()).isNull();
        assertThat(settings.database().allowSingleRole()).isFalse();
        assertThat(settings.data()).isAbsolute();
    }

    @Test
    void an_option_wins_over_a_variable() {
        ServerSettings settings = ServerSettings.read(Map.of("GATEBOOK_PORT", "1"), Map.of("GATEBOOK_PORT", "2"));
        assertThat(settings.port()).isEqualTo(2);
    }

    @Test
    void an_unknown_setting_is_refused_and_the_likely_one_named() {
        assertThatThrownBy(() -> ServerSettings.read(Map.of("GATEBOOK_PROT", "1"), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessage("Unknown setting GATEBOOK_PROT. Did you mean GATEBOOK_PORT?");
    }

    @Test
    void every_fault_is_named_at_once() {
        assertThatThrownBy(() -> ServerSettings.read(
                        Map.of("GATEBOOK_PORT", "many", "GATEBOOK_LOG", "xml", "GATEBOOK_NONSENSE_AT_ALL", ""),
                        Map.of()))
                .hasMessageContaining("GATEBOOK_PORT is no whole number: many")
                .hasMessageContaining("GATEBOOK_LOG is none of json, plain: xml")
                .hasMessageContaining("Unknown setting GATEBOOK_NONSENSE_AT_ALL");
    }

    @Test
    void a_mail_server_is_named_by_its_address_and_a_password_needs_encryption() {
        ServerSettings.Mail none = ServerSettings.read(Map.of(), Map.of()).mail();
        assertThat(none.server()).isNull();
        assertThat(smtp("smtp://mail.example.org"))
                .isEqualTo(new SmtpAddress(false, "mail.example.org", 25, null, null));
        assertThat(smtp("smtp://mail.example.org").needsEncryption()).isFalse();
        assertThat(smtp("smtp://a%40b:s+%2F@mail.example.org"))
                .isEqualTo(new SmtpAddress(false, "mail.example.org", 587, "a@b", "s+/"));
        assertThat(smtp("smtp://a:b@mail.example.org").needsEncryption()).isTrue();
        assertThat(smtp("smtp://a:b@127.0.0.1:25").needsEncryption()).isFalse();
        assertThat(smtp("smtps://a:b@mail.example.org").port()).isEqualTo(465);
        assertThat(smtp("smtps://a:secret@mail.example.org").toString()).doesNotContain("secret");
    }

    @Test
    void what_is_no_mail_server_is_refused_without_showing_its_password() {
        for (String text :
                new String[] {"mail.example.org", "http://a:secret@host", "smtp://a:secret@host/path", "smtp:x"}) {
            assertThatThrownBy(() -> smtp(text))
                    .hasMessageContaining("GATEBOOK_SMTP_URL is no address")
                    .hasMessageNotContaining("secret");
        }
        assertThatThrownBy(() -> ServerSettings.read(Map.of("GATEBOOK_MAIL_FROM", "nobody"), Map.of()))
                .hasMessageContaining("GATEBOOK_MAIL_FROM is no e-mail address");
    }

    private static SmtpAddress smtp(String url) {
        return ServerSettings.read(Map.of("GATEBOOK_SMTP_URL", url), Map.of())
                .mail()
                .server();
    }

    @Test
    void variables_of_others_are_none_of_our_business() {
        assertThat(ServerSettings.read(Map.of("PATH", "/bin", "PORT", "x"), Map.of())
                        .port())
                .isEqualTo(8080);
    }

    @Test
    void an_external_database_needs_both_addresses_and_the_master_key() {
        Map<String, String> one = Map.of("GATEBOOK_DATABASE_URL", "postgresql://a:secret@host/db");
        assertThatThrownBy(() -> ServerSettings.read(one, Map.of())).hasMessageContaining("needed together");
        Map<String, String> both = Map.of(
                "GATEBOOK_DATABASE_URL", "postgresql://a:secret@host/db",
                "GATEBOOK_MIGRATION_URL", "postgresql://o:secret@host/db");
        assertThatThrownBy(() -> ServerSettings.read(both, Map.of()))
                .hasMessageContaining("GATEBOOK_MASTER_KEY")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_database_of_the_key_store_needs_both_addresses() {
        assertThatThrownBy(() ->
                        ServerSettings.read(Map.of("GATEBOOK_KEYS_URL", "postgresql://a:secret@host/keys"), Map.of()))
                .hasMessage("GATEBOOK_KEYS_URL and GATEBOOK_KEYS_MIGRATION_URL are needed together.");
    }

    @Test
    void an_external_database_keeps_no_evidence_until_a_folder_is_set() {
        Map<String, String> external = new HashMap<>(Map.of(
                "GATEBOOK_DATABASE_URL", "postgresql://a:secret@host/db",
                "GATEBOOK_MIGRATION_URL", "postgresql://o:secret@host/db",
                "GATEBOOK_MASTER_KEY", "any"));
        assertThat(ServerSettings.read(external, Map.of()).evidence().folder()).isNull();
        external.put("GATEBOOK_EVIDENCE", "worm");
        ServerSettings checking = ServerSettings.read(external, Map.of());
        assertThat(checking.evidence().folder()).isAbsolute();
        assertThat(checking.writesCheckpoints()).isFalse();
        external.put("GATEBOOK_CHECKPOINT_KEY", "hidden");
        ServerSettings writing = ServerSettings.read(external, Map.of());
        assertThat(writing.writesCheckpoints()).isTrue();
        assertThat(writing.evidence().toString()).doesNotContain("hidden");
        assertThat(ServerSettings.read(Map.of(), Map.of()).evidence().folder()).hasFileName("evidence");
    }

    @Test
    void settings_never_show_their_secrets() {
        ServerSettings settings = ServerSettings.read(
                Map.of(
                        "GATEBOOK_DATABASE_URL", "postgresql://a:hidden@host/db",
                        "GATEBOOK_MIGRATION_URL", "postgresql://o:hidden@host/db",
                        "GATEBOOK_KEYS_URL", "postgresql://a:hidden@host/keys",
                        "GATEBOOK_KEYS_MIGRATION_URL", "postgresql://o:hidden@host/keys",
                        "GATEBOOK_MASTER_KEY", "hidden"),
                Map.of());
        assertThat(settings.toString()).doesNotContain("hidden");
        assertThat(settings.database().toString()).doesNotContain("hidden");
        assertThat(settings.keys().toString()).doesNotContain("hidden");
    }

    @Test
    void no_secret_has_an_option() {
        assertThat(SettingsTable.ALL).filteredOn(Setting::secret).allMatch(setting -> setting.option() == null);
    }

    @Test
    void the_guide_lists_every_setting_as_the_table_declares_it() throws IOException {
        GeneratedPage.assertUpToDate("docs/guides/settings.md", SettingsGuide.page());
    }
}
