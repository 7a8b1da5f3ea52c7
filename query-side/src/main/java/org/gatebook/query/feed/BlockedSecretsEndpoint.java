package org.gatebook.query.feed;

import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;
import static org.gatebook.web.filter.Filters.flag;
import static org.gatebook.web.filter.Filters.since;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Lists;
import org.gatebook.web.filter.ListDeclaration;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.PageGenerated;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Secrets that were blocked at some time, the latest change first: devices go on from the first row's moment (behaviour
 * notes, gift cards 3, and device client notes 0.9).
 */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_VIEW_ORDERS, door = true)
class BlockedSecretsEndpoint {

    private static final String BLOCKED = "/api/v1/organizers/{organizer}/events/{event}/blockedsecrets/";

    private static final ListDeclaration ROWS = ListDeclaration.of(
                    "id, secret, updated, blocked", "ops.blocked_secret", "number")
            .usually("updated desc, number desc")
            .filteredBy(since("updated_since", "updated"), flag("blocked", "blocked"));

    private final JdbcClient jdbc;

    BlockedSecretsEndpoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of the list. */
    record BlockedSecret(long id, String secret, Instant updated, boolean blocked) {

        static BlockedSecret of(ResultSet row, int number) throws SQLException {
            return new BlockedSecret(
                    row.getLong("id"),
                    row.getString("secret"),
                    row.getObject("updated", OffsetDateTime.class).toInstant(),
                    row.getBoolean("blocked"));
        }
    }

    @PageGenerated
    @Lists(BlockedSecretsEndpoint.class)
    @GetMapping(BLOCKED)
    Answer list(ApiRequest request) {
        return Answer.ok(ROWS.read(request.query(), Lookups.none())
                .within(
                        "organizer = :organizer",
                        "organizer",
                        request.organizer().value())
                .within("event = :event", "event", request.event().value())
                .page(jdbc, BlockedSecret::of)
                .toJson(request.pageLinks()));
    }

    @GetMapping(BLOCKED + "{id}/")
    Answer show(ApiRequest request, @PathVariable("id") long id) {
        return jdbc.sql("select id, secret, updated, blocked from ops.blocked_secret where id = :id"
                        + " and organizer = :organizer and event = :event")
                .param("id", id)
                .param("organizer", request.organizer().value())
                .param("event", request.event().value())
                .query(BlockedSecret::of)
                .optional()
                .map(Answer::ok)
                .orElseGet(Answer::notFound);
    }
}
