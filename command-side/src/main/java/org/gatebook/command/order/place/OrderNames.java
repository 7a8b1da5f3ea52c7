package org.gatebook.command.order.place;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.command.order.OrderCodes;
import org.gatebook.command.order.form.OrderForm;
import org.gatebook.command.order.form.PositionWish;
import org.gatebook.command.ticket.TicketSecrets;
import org.gatebook.command.ticket.secret.NewSecrets;
import org.gatebook.eventstore.Claims;
import org.gatebook.eventstore.Claims.Claim;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives a new order and its tickets the names that only one may have: its code and their secrets, usually all with one
 * statement. What the client wants is theirs if it is free. A secret that another event of the organizer uses, or another
 * position of the same request, is silently replaced (behaviour notes, orders 7.3); a code is not.
 */
@Component
class OrderNames {

    private final OrderCodes codes;
    private final NewSecrets secrets;
    private final Claims claims;

    OrderNames(OrderCodes codes, NewSecrets secrets, Claims claims) {
        this.codes = codes;
        this.secrets = secrets;
        this.claims = claims;
    }

    /**
     * The names of one order.
     *
     * @param secrets of its tickets, in their order
     */
    record Names(OrderCode code, List<String> secrets) {}

    /** Claims the names; null if another order has the code that the client wants. */
    @Nullable
    Names claim(NewOrder order) {
        OrganizerSlug organizer = order.offer().organizer();
        List<TicketId> tickets = order.lineIds().stream().map(TicketId::new).toList();
        boolean testmode = order.wish().sent().get(OrderForm.TESTMODE, false);
        String wantedCode = order.wish().sent().find(OrderForm.CODE);
        OrderCode code = wantedCode == null ? codes.candidate(testmode, 0) : new OrderCode(wantedCode);
        List<String> drawn = wantedSecrets(order);
        for (int clashes = 1; ; clashes++) {
            Claim codeClaim = OrderCodes.claimOf(organizer, code, order.id());
            List<Claim> wanted = new ArrayList<>(List.of(codeClaim));
            for (int index = 0; index < drawn.size(); index++) {
                wanted.add(TicketSecrets.claimOf(organizer, drawn.get(index), tickets.get(index)));
            }
            Set<Claim> taken = claims.claimAll(wanted);
            if (taken.isEmpty()) {
                return new Names(code, drawn);
            }
            if (taken.contains(codeClaim)) {
                if (wantedCode != null) {
                    return null;
                }
                code = codes.candidate(testmode, clashes);
            }
            for (int index = 0; index < drawn.size(); index++) {
                if (taken.contains(TicketSecrets.claimOf(organizer, drawn.get(index), tickets.get(index)))) {
                    drawn.set(index, fresh(order, index));
                }
            }
        }
    }

    private List<String> wantedSecrets(NewOrder order) {
        List<String> drawn = new ArrayList<>();
        Set<String> used = new HashSet<>();
        List<PositionWish> positions = order.wish().positions();
        for (int index = 0; index < positions.size(); index++) {
            String secret = positions.get(index).secret();
            drawn.add(secret != null && used.add(secret) ? secret : fresh(order, index));
        }
        return drawn;
    }

    private String fresh(NewOrder order, int index) {
        return secrets.next(order.offer(), order.terms(order.wish().positions().get(index)));
    }
}
