package org.gatebook.query.history.reason;

import static org.gatebook.query.history.sentence.Wording.moment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.medium.MediumEvent.MediumChanged;
import org.gatebook.api.medium.MediumEvent.MediumCreated;
import org.gatebook.api.medium.MediumId;
import org.gatebook.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** What a reusable medium stands for, and by whom that was said. */
final class MediumReasons {

    private final Steps steps;
    private final List<RecordedEvent> own;

    private MediumReasons(Chronicle story, MediumId id) {
        this.steps = new Steps(story);
        this.own = story.of(id.aggregateId()).toList();
    }

    /** The reasons of a medium whose whole stream is in the story. */
    static List<Reason> of(Chronicle story, MediumId id) {
        MediumReasons of = new MediumReasons(story, id);
        List<Reason> reasons = new ArrayList<>();
        of.detail(
                "linked_orderposition",
                MediumDetails::linkedOrderPosition,
                "The medium stands for no ticket.",
                ticket -> "The medium stands for the ticket of the position with the number " + ticket + ".",
                reasons);
        of.detail(
                "linked_giftcard",
                MediumDetails::linkedGiftCard,
                "The medium stands for no gift card.",
                card -> "The medium stands for the gift card with the number " + card.number() + ".",
                reasons);
        of.detail(
                "customer",
                MediumDetails::customer,
                "The medium belongs to no customer.",
                customer -> "The medium belongs to customer " + customer + ".",
                reasons);
        of.detail(
                "active",
                MediumDetails::active,
                "",
                active -> active ? "The medium may be used." : "The medium may not be used: it was switched off.",
                reasons);
        of.detail(
                "expires",
                MediumDetails::expires,
                "The medium does not expire.",
                at -> "The medium expires at " + moment(at) + ".",
                reasons);
        return reasons;
    }

    /** The event since which a detail is what it is; a link that never was is no matter. */
    private <T> void detail(
            String about,
            Function<MediumDetails, @Nullable T> detail,
            String none,
            Function<T, String> sentence,
            List<Reason> reasons) {
        T now = detail.apply(details(own.getFirst()));
        RecordedEvent since = own.getFirst();
        for (RecordedEvent event : own) {
            if (!Objects.equals(now, detail.apply(details(event)))) {
                break;
            }
            since = event;
        }
        if (now != null) {
            reasons.add(steps.reason(about, sentence.apply(now), since));
        } else if (since.sequence() > 0) {
            reasons.add(steps.reason(about, none, since));
        }
    }

    private static MediumDetails details(RecordedEvent event) {
        return switch ((MediumEvent) event.payload()) {
            case MediumCreated e -> e.details();
            case MediumChanged e -> e.details();
        };
    }
}
