package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A client that keeps a copy of a feed of secrets: it reads all of it once, and from then on what is new. */
final class FeedFollower {

    /** A feed of an event, and what its rows are stamped with. */
    enum Feed {
        REVOKED("revokedsecrets/", "created"),
        BLOCKED("blockedsecrets/", "updated");

        private final String path;
        private final String stamp;

        Feed(String path, String stamp) {
            this.path = path;
            this.stamp = stamp;
        }

        String path() {
            return path;
        }
    }

    /** Where a client goes on. */
    enum Habit {
        /** From the moment of the first page, as the documents of both lists say. */
        DOCUMENTED,
        /** From the first row of the first page (device client notes 0.9, and 2.2, 8h and 8i). */
        SCANNER_APP
    }

    private final String event;
    private final Feed feed;
    private final Habit habit;
    private final Map<String, Boolean> known = new HashMap<>();
    private String cursor = "";
    private int pages;

    /** @param event path of the event */
    FeedFollower(String event, Feed feed, Habit habit) {
        this.event = event;
        this.feed = feed;
        this.habit = habit;
    }

    /** Reads what is new, page by page. Who is interrupted has learnt of some rows, and begins again where it began. */
    void catchUp(Api api) throws IOException, InterruptedException {
        Api.Answer page = asked(api.get(event + feed.path + query()));
        String next = cursorAfter(page);
        learn(page.body());
        while (!page.body().get("next").isNull()) {
            page = asked(api.next(page.body()));
            learn(page.body());
        }
        cursor = next;
    }

    private String query() {
        if (cursor.isEmpty()) {
            return "";
        }
        String since = feed.stamp + "_since=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        return switch (habit) {
            case DOCUMENTED -> "?" + since;
            case SCANNER_APP -> "?ordering=-" + feed.stamp + "&" + since;
        };
    }

    private String cursorAfter(Api.Answer first) {
        return switch (habit) {
            case DOCUMENTED -> {
                assertThat(first.pageGenerated()).isNotEmpty();
                yield first.pageGenerated();
            }
            case SCANNER_APP -> first.body().at("/results/0/" + feed.stamp).asString(cursor);
        };
    }

    private Api.Answer asked(Api.Answer answer) {
        assertThat(answer.status()).as(this + ": " + answer).isEqualTo(200);
        pages++;
        return answer;
    }

    private void learn(JsonNode page) {
        for (JsonNode row : page.get("results")) {
            known.put(
                    row.get("secret").asString(),
                    feed == Feed.REVOKED || row.get("blocked").asBoolean());
        }
    }

    Feed feed() {
        return feed;
    }

    /** What it knows of each secret: whether it opens no door now. */
    Map<String, Boolean> known() {
        return known;
    }

    int pages() {
        return pages;
    }

    @Override
    public String toString() {
        return feed + " as " + habit;
    }
}
