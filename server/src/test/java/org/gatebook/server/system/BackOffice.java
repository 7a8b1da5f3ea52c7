package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A client that blocks tickets, replaces their secrets, opens and cancels them, and remembers every answer. Whoever has
 * got none cannot know what became of the ticket, and goes on with others.
 */
final class BackOffice {

    private static final int TICKETS = 6;

    private final BoxOffice office;
    private final Set<String> revoked = new HashSet<>();
    private final Map<String, Boolean> blocked = new HashMap<>();
    private final List<Ticket> tickets = new ArrayList<>();
    private String order = "";
    private int number;

    /** A ticket that is not cancelled. */
    private record Ticket(long id, String secret) {}

    /** @param office sells tickets whose secrets are revoked when they are replaced */
    BackOffice(BoxOffice office) {
        this.office = office;
    }

    /** Does the next thing. A busy server may ask it to come back; it does. */
    void work(Api api) throws IOException, InterruptedException {
        if (tickets.size() < 2) {
            sell(api);
            return;
        }
        boolean done = switch (number % 5) {
            case 0 -> block(api);
            case 1 -> replaceFirst(api);
            case 2 -> replaceAll(api);
            case 3 -> open(api);
            default -> cancelLast(api);
        };
        if (done) {
            number++;
        }
    }

    /** Nobody knows whether the last wish came true. */
    void giveUp() {
        tickets.forEach(ticket -> blocked.remove(ticket.secret()));
        tickets.clear();
        number = 0;
    }

    /** Secrets that the server said it had replaced. */
    Set<String> revoked() {
        return revoked;
    }

    /** Secrets that the server said it had blocked or opened. */
    Map<String, Boolean> blocked() {
        return blocked;
    }

    private void sell(Api api) throws IOException, InterruptedException {
        String position = "{\"item\": " + office.item() + "}";
        Api.Answer sold = api.post(
                office.path() + "orders/", """
                    {"email": "back@example.org", "locale": "en", "sales_channel": "web", "status": "p",
                     "payment_provider": "manual", "positions": [%s]}\
                    """.formatted(String.join(",", Collections.nCopies(TICKETS, position))));
        if (done(sold)) {
            number = 0;
            tickets.clear();
            order = sold.body().get("code").asString();
            remember(sold.body());
        }
    }

    private boolean block(Api api) throws IOException, InterruptedException {
        Ticket first = tickets.getFirst();
        boolean done = done(api.post(path(first) + "add_block/", "{\"name\": \"api:lost\"}"));
        if (done) {
            blocked.put(first.secret(), true);
        }
        return done;
    }

    private boolean open(Api api) throws IOException, InterruptedException {
        Ticket first = tickets.getFirst();
        boolean done = done(api.post(path(first) + "remove_block/", "{\"name\": \"api:lost\"}"));
        if (done) {
            blocked.put(first.secret(), false);
        }
        return done;
    }

    private boolean replaceFirst(Api api) throws IOException, InterruptedException {
        Ticket first = tickets.getFirst();
        Api.Answer answer = api.post(path(first) + "regenerate_secrets/", "{}");
        boolean done = done(answer);
        if (done) {
            revoked.add(first.secret());
            tickets.set(0, ticket(answer.body()));
            blocked.put(tickets.getFirst().secret(), true);
        }
        return done;
    }

    /** Many facts of both feeds in one transaction. */
    private boolean replaceAll(Api api) throws IOException, InterruptedException {
        Api.Answer answer = api.post(office.path() + "orders/" + order + "/regenerate_secrets/", "{}");
        boolean done = done(answer);
        if (done) {
            tickets.forEach(ticket -> revoked.add(ticket.secret()));
            tickets.clear();
            remember(answer.body());
            blocked.put(tickets.getFirst().secret(), true);
        }
        return done;
    }

    private boolean cancelLast(Api api) throws IOException, InterruptedException {
        boolean done = done(api.delete(path(tickets.getLast())));
        if (done) {
            revoked.add(tickets.removeLast().secret());
        }
        return done;
    }

    private void remember(JsonNode answered) {
        answered.get("positions").forEach(position -> tickets.add(ticket(position)));
    }

    private static Ticket ticket(JsonNode position) {
        return new Ticket(position.get("id").asLong(), position.get("secret").asString());
    }

    private String path(Ticket ticket) {
        return office.path() + "orderpositions/" + ticket.id() + "/";
    }

    private static boolean done(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201, 204, 409, 503);
        return answer.status() < 300;
    }
}
