package org.gatebook.command.order;

import java.util.List;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderId;
import org.gatebook.command.code.CodeAlphabet;
import org.gatebook.command.code.RandomCodes;
import org.gatebook.eventstore.Claims;
import org.gatebook.eventstore.Claims.Claim;
import org.gatebook.eventstore.ledger.ClaimRule;
import org.gatebook.eventstore.ledger.ClaimRule.ClaimChange;
import org.springframework.stereotype.Component;

/**
 * The ledger that keeps order codes unique within an organizer, and where new ones come from (behaviour notes, orders
 * 21.1). Whoever places an order claims its code first.
 */
@Component
public class OrderCodes {

    private static final String KIND = "order.code";
    private static final int LENGTH = 5;

    /** After so many codes that were taken the next ones are longer: the organizer has sold a lot. */
    private static final int TRIES_OF_A_LENGTH = 20;

    private final Claims claims;
    private final RandomCodes random;

    OrderCodes(Claims claims, RandomCodes random) {
        this.claims = claims;
        this.random = random;
    }

    /** Whether no order of the organizer has this code. */
    public boolean isFree(OrganizerSlug organizer, String code) {
        return claims.owner(KIND, organizer.value(), code).isEmpty();
    }

    /** What an order claims with its code. */
    public static Claim claimOf(OrganizerSlug organizer, OrderCode code, OrderId order) {
        return new Claim(KIND, organizer.value(), code.value(), order.aggregateId());
    }

    /**
     * Makes a code up, which may be another order's; those of test orders can be told apart by their second character.
     *
     * @param clashes how many codes before this one were other orders'
     */
    public OrderCode candidate(boolean testmode, int clashes) {
        String drawn = random.next(CodeAlphabet.ORDER, LENGTH + clashes / TRIES_OF_A_LENGTH);
        return new OrderCode(testmode ? drawn.charAt(0) + "0" + drawn.substring(2) : drawn);
    }

    /** Which codes are taken, as the events say it: an order keeps its code for ever. */
    static ClaimRule<OrderEvent> rule() {
        return new ClaimRule<>(
                OrderId.KIND,
                OrderEvent.class,
                Set.of(KIND),
                (event, organizer) -> event instanceof OrderPlaced placed
                        ? List.of(ClaimChange.taken(
                                KIND, organizer.value(), placed.placed().code().value()))
                        : List.of());
    }
}
