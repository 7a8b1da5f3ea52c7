package org.gatebook.eventstore.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.registry.EventJson;
import org.gatebook.eventstore.sealing.SubjectKeys.MissingKey;
import org.gatebook.eventstore.test.CountingDataSource;
import org.gatebook.eventstore.test.PostgresExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class SealingTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final MasterKey MASTER = new MasterKey(new byte[32]);
    private static final SubjectId CARD = new SubjectId("giftcard:1");

    record Address(String street, String city) {}

    record Holder(Personal<String> name, Personal<Address> address, List<Personal<Map<String, Object>>> answers) {}

    private CountingDataSource database;
    private PostgresKeyStore keys;
    private JsonMapper json;

    @BeforeEach
    void start() {
        database = new CountingDataSource(POSTGRES.application(4));
        keys = PostgresKeyStore.beside(database, MASTER);
        json = EventJson.mapper(new PersonalModule(keys));
    }

    private PostgresKeyStore otherNode() {
        return PostgresKeyStore.beside(database, MASTER);
    }

    @Test
    void personal_values_of_any_type_come_back_on_any_node() {
        Holder holder = new Holder(
                Personal.of(CARD, "Jane"),
                Personal.of(new SubjectId("order:2"), new Address("Main 1", "Berlin")),
                List.of(Personal.of(CARD, Map.of("size", "extra large"))));

        String text = json.writeValueAsString(holder);

        // Words that ciphertext cannot spell by chance: two letters turned up in its Base64 now and then.
        assertThat(text).doesNotContain("Jane").doesNotContain("Main 1").doesNotContain("extra large");
        JsonMapper other = EventJson.mapper(new PersonalModule(otherNode()));
        assertThat(other.readValue(text, Holder.class)).isEqualTo(holder);
    }

    @Test
    void a_bearer_value_says_that_it_is_one() {
        String text = json.writeValueAsString(Personal.bearer(CARD, "CODE-1"));

        assertThat(text).contains("\"bearer\":true").doesNotContain("CODE-1");
        Personal<?> read =
                json.readValue(text, json.getTypeFactory().constructParametricType(Personal.class, String.class));
        assertThat(read).isEqualTo(Personal.bearer(CARD, "CODE-1"));
    }

    @Test
    void the_same_value_is_never_sealed_alike() {
        assertThat(json.writeValueAsString(Personal.of(CARD, "Jane")))
                .isNotEqualTo(json.writeValueAsString(Personal.of(CARD, "Jane")));
    }

    @Test
    void text_sealed_for_one_subject_does_not_open_for_another() {
        byte[] sealed = keys.obtain(CARD).orElseThrow().seal("x".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() ->
                        keys.obtain(new SubjectId("giftcard:99")).orElseThrow().open(sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_erased_subject_leaves_nothing_and_gets_no_other_key() {
        SubjectId customer = new SubjectId("customer:3");
        Holder holder = new Holder(Personal.of(customer, "Jane"), Personal.of(CARD, new Address("a", "b")), List.of());
        String text = json.writeValueAsString(holder);

        keys.erase(customer);

        Holder read = json.readValue(text, Holder.class);
        assertThat(read.name()).isEqualTo(new Personal.Erased<>(customer, false));
        assertThat(read.address().value()).isPresent();
        assertThat(json.writeValueAsString(Personal.of(customer, "Jane"))).doesNotContain("sealed");
        assertThat(otherNode().obtain(customer)).isEmpty();
        assertThat(new JdbcTemplate(POSTGRES.owner())
                        .queryForObject(
                                "select wrapped is null from keys.subject_key where subject = 'customer:3'",
                                Boolean.class))
                .isTrue();
    }

    @Test
    void a_lost_key_is_loud() {
        String text = json.writeValueAsString(Personal.of(new SubjectId("customer:4"), "Jane"));
        new JdbcTemplate(POSTGRES.owner()).update("delete from keys.subject_key where subject = 'customer:4'");
        JsonMapper other = EventJson.mapper(new PersonalModule(otherNode()));

        assertThatThrownBy(() -> other.readValue(
                        text, other.getTypeFactory().constructParametricType(Personal.class, String.class)))
                .isInstanceOf(MissingKey.class);
    }

    @Test
    void another_master_key_is_loud() {
        keys.obtain(new SubjectId("customer:5"));
        byte[] other = new byte[32];
        other[0] = 1;

        assertThatThrownBy(() ->
                        PostgresKeyStore.beside(database, new MasterKey(other)).existing(new SubjectId("customer:5")))
                .hasMessageContaining("master key");
    }

    @Test
    void many_keys_cost_one_statement() {
        List<SubjectId> subjects = java.util.stream.LongStream.range(0, 500)
                .mapToObj(i -> SubjectId.of("many", i))
                .toList();
        keys.obtainAll(subjects);
        PostgresKeyStore other = otherNode();
        database.reset();

        other.prefetch(subjects);
        subjects.forEach(other::existing);

        assertThat(database.statements()).hasSize(1);
    }

    @Test
    void a_key_made_by_a_transaction_that_rolled_back_is_forgotten() {
        SubjectId subject = new SubjectId("customer:6");
        DataSource source = database;
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        byte[] sealed = transaction.execute(status -> {
            byte[] text = keys.obtain(subject).orElseThrow().seal(new byte[] {1});
            assertThat(keys.existing(subject).orElseThrow().open(text)).containsExactly(1);
            status.setRollbackOnly();
            return text;
        });

        assertThat(otherNode().obtain(subject)).isPresent();
        assertThatThrownBy(() -> keys.existing(subject).orElseThrow().open(sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void subjects_are_found_in_stored_text() {
        String text = json.writeValueAsString(new Holder(
                Personal.of(CARD, "\"subject\":\"fake:1\""),
                Personal.of(new SubjectId("order:2"), new Address("a", "b")),
                List.of()));

        assertThat(SealedText.subjects(text)).containsExactly(CARD, new SubjectId("order:2"));
        assertThat(SealedText.subjects("{\"text\":\"\\\"subject\\\":\\\"fake:1\\\"\"}"))
                .isEmpty();
    }
}
