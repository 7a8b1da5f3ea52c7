package org.gatebook.server.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gatebook.server.past.Client.Answer;

/** Compares, at positions of a life, what the past answers with what the present answered there, byte for byte. */
public final class ComparedPast {

    private static final long SEED = 20_260_811;

    private ComparedPast() {}

    /** The answers at a position. */
    private record Saved(long position, String moment, Map<String, Answer> answers) {}

    /**
     * Lets a life happen in the organizer of system tests, which nobody else may write to meanwhile, and saves answers on the
     * way.
     *
     * @param database to look at the log
     */
    public static void live(int port, Connection database, int orders, int positions) throws Exception {
        Client client = new Client(port);
        Life life = new Life(client, new Random(SEED));
        List<Saved> saved = new ArrayList<>();
        int happened = 0;
        while (life.orders() < orders || saved.size() < positions) {
            life.goOn();
            happened++;
            if (saved.size() < positions && saved.size() * orders <= life.orders() * positions) {
                saved.add(save(client, life, database));
            }
        }
        awaitPast(client, life.position());
        int compared = 0;
        for (Saved then : saved) {
            compared += compare(client, then);
        }
        System.out.printf(
                "The past: %d things happened (%s), %d orders; %d answers at %d positions were compared.%n",
                happened, life.told(), life.orders(), compared, saved.size());
        refuses(client, life.position());
    }

    /** The past may fall behind while much is sold; each question for it waits some seconds. */
    private static void awaitPast(Client client, long position) {
        for (int question = 0;
                client.get("giftcards/?as_of_position=" + position).status() == 503;
                question++) {
            assertThat(question).as("questions for a past that is not there").isLessThan(20);
        }
    }

    private static Saved save(Client client, Life life, Connection database) throws Exception {
        for (int attempt = 0; ; attempt++) {
            long before = newest(database);
            Map<String, Answer> answers = new LinkedHashMap<>();
            life.places().forEach(path -> answers.put(path, client.get(path)));
            if (newest(database) == before) {
                assertThat(before).as("what the last write was answered with").isGreaterThanOrEqualTo(life.position());
                return new Saved(before, moment(database, before), answers);
            }
            assertThat(attempt).as("somebody else writes").isLessThan(3);
        }
    }

    private static long newest(Connection database) throws Exception {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select max(position) from events.event")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String moment(Connection database, long position) throws Exception {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                                + " from events.event where position = " + position)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Each by its position, and some by the moment. Links to other pages of the past name it; nothing else does. */
    private static int compare(Client client, Saved then) {
        int compared = 0;
        for (Map.Entry<String, Answer> live : then.answers().entrySet()) {
            String path = live.getKey();
            String asked = compared % 7 == 0 ? "as_of=" + then.moment() : "as_of_position=" + then.position();
            Answer past = client.get(path + (path.contains("?") ? "&" : "?") + asked);
            String named = asked.replace(":", "%3A");
            String text = past.text().replace("?" + named + "&", "?").replace("&" + named, "");
            assertThat(text)
                    .as("%s at %d", path, then.position())
                    .isEqualTo(live.getValue().text());
            assertThat(past.status()).isEqualTo(live.getValue().status());
            compared++;
        }
        return compared;
    }

    private static void refuses(Client client, long newest) {
        for (String wrong : List.of(
                "as_of_position=" + (newest + 1_000_000),
                "as_of_position=-1",
                "as_of_position=first",
                "as_of=yesterday",
                "as_of=",
                "as_of=2101-01-01T00:00:00Z",
                "as_of=2026-01-01T00:00:00Z&as_of_position=1")) {
            Answer answer = client.get("giftcards/?" + wrong);
            assertThat(answer.status()).as(wrong + answer).isEqualTo(400);
            assertThat(answer.json().propertyNames()).hasSize(1);
        }
        // A parameter that means nothing where the present alone is known.
        assertThat(client.get("customers/?as_of=yesterday").status()).isEqualTo(200);
        assertThat(client.get("orders/?as_of_position=0").json().get("count").asInt())
                .isZero();
        assertThat(client.getSince("giftcards/", "soon").status()).isEqualTo(400);
        assertThat(client.getSince("giftcards/", Long.toString(newest + 1_000_000))
                        .status())
                .isEqualTo(400);
        Answer seen = client.getSince("history/statistics/", Long.toString(newest));
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.json().get("position").asLong()).isGreaterThanOrEqualTo(newest);
    }
}
