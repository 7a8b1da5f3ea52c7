package org.gatebook.web.unit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.web.config.HttpSettings;
import org.gatebook.web.node.Client;
import org.gatebook.web.node.Client.Reply;
import org.gatebook.web.node.Gate;
import org.gatebook.web.node.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever keeps the database from serving in time is a 503 that says when to come again; at no door it is a 409. */
class OverloadTest {

    private static final String COUNTERS = "/api/v1/organizers/acme/counters/";
    private static final String SCAN = "/api/v1/organizers/acme/events/fair/scan/";
    private static final String OLD_SCAN = "/pretixdroid/api/acme/fair/redeem/";
    private static final String AUTH = "Authorization";
    private static final String DEVICE = "Device open";
    private static final String KEY = "X-Idempotency-Key";
    private static final int CONNECTIONS = 5;

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static HikariDataSource pool;
    private static JdbcTemplate sql;
    private static Node node;
    private static Client client;

    @BeforeAll
    static void start() {
        sql = new JdbcTemplate(POSTGRES.owner());
        String database = sql.queryForObject("select current_database()", String.class);
        for (String limit : List.of("lock_timeout = 150", "transaction_timeout = 1000")) {
            sql.execute("alter role " + PostgresExtension.APPLICATION + " in database " + database + " set " + limit);
        }
        pool = POSTGRES.application(CONNECTIONS);
        pool.setConnectionTimeout(300);
        node = Node.start(pool, HttpSettings.defaults());
        client = node.client();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void a_lock_that_nobody_lets_go_of() throws Exception {
        String counter = counter();
        String schema =
                sql.queryForObject("select schemaname from pg_tables where tablename = 'counter'", String.class);
        try (Connection other = POSTGRES.owner().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table " + schema + ".counter in access exclusive mode");
            assertComeAgain(client.post(counter + "raise/", "{\"by\":1}", AUTH, DEVICE), "application/json");
            assertComeAgain(client.get(counter, AUTH, DEVICE), "application/json");
        }
        assertThat(value(counter)).isZero();
        assertThat(client.post(counter + "raise/", "{\"by\":1}", AUTH, DEVICE).status())
                .isEqualTo(200);
        assertThat(value(counter)).isEqualTo(1);
    }

    @Test
    void a_unit_that_takes_too_long() throws Exception {
        try (Gate gate = node.closeGate()) {
            CompletableFuture<Reply> slow = client.later("POST", SCAN, "{}", AUTH, DEVICE, KEY, "slow");
            gate.awaitArrival();
            awaitEndOfTransactions();
            gate.close();
            assertComeAgain(slow.get(), "application/json");
        }
        assertThat(client.post(SCAN, "{}", AUTH, DEVICE, KEY, "slow").status()).isEqualTo(200);
    }

    @Test
    void a_database_without_a_free_connection() throws Exception {
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                all.add(pool.getConnection());
            }
            assertComeAgain(client.post(SCAN, "{}", AUTH, DEVICE), "application/json");
            assertComeAgain(client.get(SCAN, AUTH, DEVICE), "application/json");
            Reply old = client.post(OLD_SCAN, "", "Content-Type", "application/x-www-form-urlencoded");
            assertComeAgain(old, "text/html;charset=utf-8");
            assertThat(old.text()).startsWith("The server is too busy");
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        assertThat(client.post(SCAN, "{}", AUTH, DEVICE).status()).isEqualTo(200);
    }

    @Test
    void collisions_of_a_device_wherever_it_asks() {
        String counter = counter();
        node.collide(1_000);
        Reply device = client.post(counter + "raise/", "{\"by\":1}", AUTH, DEVICE);
        Reply other = client.post(counter + "raise/", "{\"by\":1}", AUTH, "Token full");
        Reply old = client.post(OLD_SCAN, "", "Content-Type", "application/x-www-form-urlencoded");
        node.collide(0);
        assertComeAgain(device, "application/json");
        assertThat(other.status()).isEqualTo(409);
        assertComeAgain(old, "text/html;charset=utf-8");
    }

    @Test
    void a_key_that_is_at_work_for_a_device_wherever_it_asks() throws Exception {
        String counter = counter();
        try (Gate gate = node.closeGate()) {
            CompletableFuture<Reply> first = client.later("POST", SCAN, "{}", AUTH, DEVICE, KEY, "busy");
            gate.awaitArrival();
            assertComeAgain(
                    client.post(counter + "raise/", "{\"by\":1}", AUTH, DEVICE, KEY, "busy"), "application/json");
            gate.close();
            assertThat(first.get().status()).isEqualTo(200);
        }
    }

    /** Until the server has ended the unit's connection. */
    private static void awaitEndOfTransactions() {
        long end = System.nanoTime() + 20_000_000_000L;
        while (sql.queryForObject(
                        "select count(*) from pg_stat_activity where datname = current_database()"
                                + " and usename = '" + PostgresExtension.APPLICATION + "'"
                                + " and state like 'idle in transaction%'",
                        Long.class)
                > 0) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    private static void assertComeAgain(Reply reply, String contentType) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(503);
        assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
        assertThat(reply.header("Content-Type")).isEqualTo(contentType);
    }

    private static String counter() {
        Reply opened = client.post(COUNTERS, "{}", AUTH, "Token full");
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return COUNTERS + opened.json().path("id").asLong() + "/";
    }

    private static long value(String counter) {
        return client.get(counter, AUTH, DEVICE).json().path("value").asLong();
    }
}
