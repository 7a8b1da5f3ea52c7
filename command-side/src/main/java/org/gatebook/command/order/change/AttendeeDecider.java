package org.gatebook.command.order.change;

import static org.gatebook.api.decision.Outcome.accepted;
import static org.gatebook.api.decision.Outcome.refused;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderCommand.ChangeAttendee;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.AttendeeChanged;
import org.gatebook.api.order.change.AnsweredFiles;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.order.state.OrderState;
import org.jspecify.annotations.Nullable;

/** Decides about who comes with a position; the order's state does not matter (behaviour notes, orders 15.3). */
public final class AttendeeDecider {

    private AttendeeDecider() {}

    /** @param present who comes until now; null if the order has no such position */
    public static Outcome<OrderEvent, AnsweredFiles> change(
            OrderState state, ChangeAttendee command, @Nullable Personal<Attendee> present) {
        boolean known = state.contents().lines().stream().anyMatch(line -> line.id() == command.line());
        if (present == null || !known) {
            return refused(Refusal.notFound());
        }
        Attendee before = present.value().orElseGet(Attendee::unknown);
        Attendee after = command.patch().of(before);
        if (after.equals(before)) {
            return accepted(new AnsweredFiles(List.of(), List.of()), List.of());
        }
        return accepted(
                new AnsweredFiles(files(after, before), files(before, after)),
                List.of(new AttendeeChanged(command.order(), command.line(), Personal.of(present.subject(), after))));
    }

    /** Files of the one that the other does not have. */
    private static List<String> files(Attendee of, Attendee without) {
        List<String> files = new ArrayList<>(named(of));
        files.removeAll(named(without));
        return files;
    }

    private static List<String> named(Attendee attendee) {
        List<String> files = new ArrayList<>();
        for (Attendee.Answer answer : attendee.answers()) {
            if (answer.file() != null) {
                files.add(answer.file());
            }
        }
        return files;
    }
}
