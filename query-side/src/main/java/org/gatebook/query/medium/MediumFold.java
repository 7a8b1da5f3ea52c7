package org.gatebook.query.medium;

import java.time.Instant;
import java.util.Map;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.medium.MediumEvent.MediumChanged;
import org.gatebook.api.medium.MediumEvent.MediumCreated;
import org.gatebook.api.medium.MediumView;
import org.gatebook.api.query.Expandable;
import org.jspecify.annotations.Nullable;

/** A medium as clients see it, from its events alone; links are numbers, expanding them is the answer's business. */
final class MediumFold {

    private MediumFold() {}

    /**
     * The medium after the event; null before stands for one that was never created.
     *
     * @param recordedAt when the event was stored: {@code created} of the first and {@code updated} of the last one
     */
    static MediumView fold(@Nullable MediumView before, MediumEvent event, Instant recordedAt) {
        return switch (event) {
            case MediumCreated created -> born(created, recordedAt);
            case MediumChanged changed -> {
                if (before == null) {
                    throw new IllegalStateException("a medium changed before it was created");
                }
                yield with(before, changed.details(), recordedAt);
            }
        };
    }

    private static MediumView born(MediumCreated created, Instant recordedAt) {
        MediumDetails details = created.details();
        return new MediumView(
                created.id(),
                created.organizer(),
                recordedAt,
                recordedAt,
                created.type(),
                created.identifier().value().orElse(""),
                details.active(),
                details.expires(),
                details.customer(),
                ticket(details),
                card(details),
                info(details),
                notes(details));
    }

    private static MediumView with(MediumView before, MediumDetails details, Instant recordedAt) {
        return new MediumView(
                before.id(),
                before.organizer(),
                before.created(),
                recordedAt,
                before.type(),
                before.identifier(),
                details.active(),
                details.expires(),
                details.customer(),
                ticket(details),
                card(details),
                info(details),
                notes(details));
    }

    private static @Nullable Expandable ticket(MediumDetails details) {
        Long position = details.linkedOrderPosition();
        return position == null ? null : new Expandable.Reference(position);
    }

    private static @Nullable Expandable card(MediumDetails details) {
        return details.linkedGiftCard() == null
                ? null
                : new Expandable.Reference(details.linkedGiftCard().number());
    }

    private static Object info(MediumDetails details) {
        return details.info().value().orElse(Map.of());
    }

    private static @Nullable String notes(MediumDetails details) {
        return details.notes() == null ? null : details.notes().value().orElse(null);
    }
}
