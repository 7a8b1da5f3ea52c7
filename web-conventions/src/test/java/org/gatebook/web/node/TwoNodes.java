package org.gatebook.web.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.web.config.HttpSettings;
import org.gatebook.web.node.Client.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two servers on one database, and what tests do with counters there. */
public abstract class TwoNodes {

    protected static final String COUNTERS = "/api/v1/organizers/acme/counters/";
    protected static final String SCAN = "/api/v1/organizers/acme/events/fair/scan/";
    protected static final String AUTH = "Authorization";
    protected static final String FULL = "Token full";
    protected static final String KEY = "X-Idempotency-Key";

    @RegisterExtension
    protected static final PostgresExtension POSTGRES = new PostgresExtension();

    protected static Node first;
    protected static Node second;
    protected static Client one;
    protected static Client two;
    protected static JdbcTemplate sql;

    @BeforeAll
    static void start() {
        sql = new JdbcTemplate(POSTGRES.owner());
        first = Node.start(POSTGRES.application(), HttpSettings.defaults());
        second = Node.start(POSTGRES.application(), HttpSettings.defaults());
        one = first.client();
        two = second.client();
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
    }

    protected static String counter() {
        Reply opened = one.post(COUNTERS, "{}", AUTH, FULL);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return COUNTERS + opened.json().path("id").asLong() + "/";
    }

    protected static Reply raise(Client client, String counter, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = AUTH;
        all[1] = FULL;
        return client.post(counter + "raise/", body, all);
    }

    protected static long value(Client client, String counter) {
        return client.get(counter, AUTH, FULL).json().path("value").asLong();
    }

    protected static long events() {
        return sql.queryForObject("select count(*) from events.event", Long.class);
    }

    protected static long records() {
        return sql.queryForObject("select count(*) from ops.idempotency", Long.class);
    }
}
