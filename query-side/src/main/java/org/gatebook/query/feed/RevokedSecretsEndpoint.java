package org.gatebook.query.feed;

import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;
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
 * Secrets that no longer open a door, the latest first: devices go on from the first row's moment (behaviour notes, gift
 * cards 3, and device client notes 0.9).
 */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_VIEW_ORDERS, door = true)
class RevokedSecretsEndpoint {

    private static final String REVOKED = "/api/v1/organizers/{organizer}/events/{event}/revokedsecrets/";

    private static final ListDeclaration ROWS = ListDeclaration.of(
                    "id, secret, created",
                    // Those of erased people are numbers without a secret.
                    "(select * from ops.revoked_secret where secret <> '') r",
                    "number")
            .usually("created desc, number desc")
            .filteredBy(since("created_since", "created"))
            .orderedBy("created", "created")
            .orderedBy("secret", "secret");

    private final JdbcClient jdbc;

    RevokedSecretsEndpoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of the list. */
    record RevokedSecret(long id, String secret, Instant created) {

        static RevokedSecret of(ResultSet row, int number) throws SQLException {
            return new RevokedSecret(
                    row.getLong("id"),
                    row.getString("secret"),
                    row.getObject("created", OffsetDateTime.class).toInstant());
        }
    }

    @PageGenerated
    @Lists(RevokedSecretsEndpoint.class)
    @GetMapping(REVOKED)
    Answer list(ApiRequest request) {
        return Answer.ok(ROWS.read(request.query(), Lookups.none())
                .within(
                        "organizer = :organizer",
                        "organizer",
                        request.organizer().value())
                .within("event = :event", "event", request.event().value())
                .page(jdbc, RevokedSecret::of)
                .toJson(request.pageLinks()));
    }

    @GetMapping(REVOKED + "{id}/")
    Answer show(ApiRequest request, @PathVariable("id") long id) {
        return jdbc.sql("select id, secret, created from ops.revoked_secret where id = :id and secret <> ''"
                        + " and organizer = :organizer and event = :event")
                .param("id", id)
                .param("organizer", request.organizer().value())
                .param("event", request.event().value())
                .query(RevokedSecret::of)
                .optional()
                .map(Answer::ok)
                .orElseGet(Answer::notFound);
    }
}
