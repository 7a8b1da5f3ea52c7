package org.gatebook.command.order.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.command.order.OrderExamples.ID;
import static org.gatebook.command.order.OrderExamples.eventsOf;
import static org.gatebook.command.order.OrderExamples.pending;
import static org.gatebook.command.order.OrderExamples.refusalOf;

import java.util.List;
import java.util.Map;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderCommand.ChangeAttendee;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.AttendeeChanged;
import org.gatebook.api.order.change.AnsweredFiles;
import org.gatebook.api.order.change.AttendeePatch;
import org.gatebook.api.order.change.Patch;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.command.order.state.OrderState;
import org.junit.jupiter.api.Test;

/** Behaviour notes, orders 15.3, stage B. */
class AttendeeDeciderTest {

    private static final SubjectId SUBJECT = SubjectId.of("position", 1001);
    private static final Attendee.Answer PHOTO = new Attendee.Answer(7, "file://photo.png", List.of(), "a-file");
    private static final Attendee GRACE =
            new Attendee(Map.of("_legacy", "Grace"), null, "Navy", null, null, null, null, null, List.of(PHOTO));

    private final OrderState order = pending("23.00", null);

    @Test
    void what_is_not_named_stays() {
        assertThat(change(patch(Patch.to("grace@example.org"), Patch.none())))
                .singleElement()
                .isInstanceOfSatisfying(AttendeeChanged.class, changed -> {
                    Attendee now = changed.attendee().value().orElseThrow();
                    assertThat(now.email()).isEqualTo("grace@example.org");
                    assertThat(now.company()).isEqualTo("Navy");
                    assertThat(now.answers()).containsExactly(PHOTO);
                });
    }

    @Test
    void what_is_so_already_is_no_change() {
        assertThat(change(patch(Patch.to(null), Patch.to(List.of(PHOTO))))).isEmpty();
    }

    @Test
    void answers_are_replaced_as_a_whole_and_their_files_with_them() {
        Attendee.Answer other = new Attendee.Answer(8, "file://other.png", List.of(), "b-file");
        assertThat(outcome(patch(Patch.none(), Patch.to(List.of(other)))))
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        accepted -> assertThat(accepted.result())
                                .isEqualTo(new AnsweredFiles(List.of("b-file"), List.of("a-file"))));
    }

    @Test
    void nobody_comes_with_a_position_that_the_order_does_not_have() {
        AttendeePatch patch = patch(Patch.to("a@example.org"), Patch.none());
        assertThat(refusalOf(AttendeeDecider.change(order, new ChangeAttendee(ID, 4711, patch), null)))
                .isEqualTo(Refusal.notFound());
    }

    private List<OrderEvent> change(AttendeePatch patch) {
        return eventsOf(outcome(patch));
    }

    private Outcome<OrderEvent, AnsweredFiles> outcome(AttendeePatch patch) {
        return AttendeeDecider.change(order, new ChangeAttendee(ID, 1001, patch), Personal.of(SUBJECT, GRACE));
    }

    private static AttendeePatch patch(Patch<String> email, Patch<List<Attendee.Answer>> answers) {
        return new AttendeePatch(
                Patch.none(),
                email,
                Patch.none(),
                Patch.none(),
                Patch.none(),
                Patch.none(),
                Patch.none(),
                Patch.none(),
                answers);
    }
}
