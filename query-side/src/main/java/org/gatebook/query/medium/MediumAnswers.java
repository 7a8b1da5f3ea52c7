package org.gatebook.query.medium;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumQuery.FindMediumOwner;
import org.gatebook.api.medium.MediumQuery.LookUpMedium;
import org.gatebook.api.medium.MediumQuery.MediaOfOrder;
import org.gatebook.api.medium.MediumQuery.PositionsWithMedia;
import org.gatebook.api.medium.MediumQuery.ShowMedium;
import org.gatebook.api.medium.MediumView;
import org.gatebook.eventstore.InlineViews;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what other sides ask about media. */
@Component
class MediumAnswers {

    private final MediumReadModel media;
    private final InlineViews views;
    private final MediumLinks links;
    private final JdbcClient jdbc;

    MediumAnswers(MediumReadModel media, InlineViews views, MediumLinks links, JdbcClient jdbc) {
        this.media = media;
        this.views = views;
        this.links = links;
        this.jdbc = jdbc;
    }

    /** What the present request wrote is answered without a statement. */
    @QueryHandler
    Optional<MediumView> show(ShowMedium query) {
        return views.current(media, query.id().aggregateId())
                .filter(medium -> medium.organizer().equals(query.organizer()))
                .map(medium -> links.expand(query.organizer(), List.of(medium), query.expansion(), false)
                        .getFirst());
    }

    @QueryHandler
    Optional<MediumView> lookUp(LookUpMedium query) {
        return find(query).map(medium -> {
            boolean own = medium.organizer().equals(query.organizer());
            MediumView shown = own ? medium : medium.withLinks(null, null, medium.linkedGiftCard());
            return links.expand(medium.organizer(), List.of(shown), query.expansion(), true)
                    .getFirst();
        });
    }

    @QueryHandler
    Optional<OrganizerSlug> owner(FindMediumOwner query) {
        return views.current(media, query.id().aggregateId()).map(MediumView::organizer);
    }

    @QueryHandler
    Map<MediumId, OrganizerSlug> ofOrder(MediaOfOrder query) {
        Map<MediumId, OrganizerSlug> found = new LinkedHashMap<>();
        jdbc.sql("""
            SELECT m.id, m.organizer FROM order_line l JOIN reusable_medium m ON m.linked_orderposition = l.id
            WHERE l.order_id = :order AND NOT l.moved_on
            ORDER BY m.id
            """).param("order", query.order().number()).query(row -> {
            found.put(new MediumId(row.getLong("id")), new OrganizerSlug(row.getString("organizer")));
        });
        return found;
    }

    @QueryHandler
    Set<Long> positions(PositionsWithMedia query) {
        return Set.copyOf(jdbc.sql("""
            SELECT l.id FROM order_line l JOIN reusable_medium m ON m.linked_orderposition = l.id
            WHERE l.order_id = :order
            """)
                .param("order", query.order().number())
                .query(Long.class)
                .set());
    }

    private Optional<MediumView> find(LookUpMedium query) {
        return jdbc.sql("""
            SELECT * FROM reusable_medium
            WHERE identifier = :identifier AND type = :type AND organizer = ANY (:organizers)
            ORDER BY organizer <> :own, id
            LIMIT 1
            """)
                .param("identifier", query.identifier())
                .param("type", query.type())
                .param("own", query.organizer().value())
                .param(
                        "organizers",
                        Stream.concat(Stream.of(query.organizer()), query.acceptedIssuers().stream())
                                .map(OrganizerSlug::value)
                                .toArray(String[]::new))
                .query(MediumRow::view)
                .optional();
    }
}
