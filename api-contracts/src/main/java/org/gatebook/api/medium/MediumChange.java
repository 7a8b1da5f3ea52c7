package org.gatebook.api.medium;

import java.time.Instant;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.personal.Personal;
import org.jspecify.annotations.Nullable;

/** One detail of a medium that somebody sets, to what it has already or to something new. */
public sealed interface MediumChange {

    /** The detail's name in the API. */
    String field();

    /** Taken into use or out of it. */
    record Activity(boolean active) implements MediumChange {
        @Override
        public String field() {
            return "active";
        }
    }

    /** Valid until then, or for ever when null. */
    record Expiry(@Nullable Instant expires) implements MediumChange {
        @Override
        public String field() {
            return "expires";
        }
    }

    /** Given to the customer of this identifier, or to nobody when null. */
    record Holder(@Nullable String customer) implements MediumChange {
        @Override
        public String field() {
            return "customer";
        }
    }

    /** Made to stand for this ticket, or for none when null. */
    record TicketLink(@Nullable Long position) implements MediumChange {
        @Override
        public String field() {
            return "linked_orderposition";
        }
    }

    /** Made to stand for this gift card, or for none when null. */
    record GiftCardLink(@Nullable GiftCardId card) implements MediumChange {
        @Override
        public String field() {
            return "linked_giftcard";
        }
    }

    /** Other data of the client, in place of all that was there. */
    record NewInfo(Personal<Object> info) implements MediumChange {
        @Override
        public String field() {
            return "info";
        }
    }

    /** Other remarks, or none when null. */
    record NewNotes(@Nullable Personal<String> notes) implements MediumChange {
        @Override
        public String field() {
            return "notes";
        }
    }
}
