package org.gatebook.command.order.contents;

import java.util.List;
import java.util.Set;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FindFees;
import org.gatebook.api.order.OrderQuery.FindLines;
import org.gatebook.api.order.OrderQuery.KnownLine;
import org.gatebook.command.order.form.NewLineForm;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.form.type.Lookups;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an order holds that a body can refer to: positions and fees that are not cancelled. */
@Component
class OrderContent {

    private final Questions questions;

    OrderContent(Questions questions) {
        this.questions = questions;
    }

    Known of(OrderId order) {
        return new Known(
                questions.ask(new FindLines(order)).stream()
                        .filter(line -> !line.canceled())
                        .toList(),
                questions.ask(new FindFees(order)));
    }

    /** What there is. */
    record Known(List<KnownLine> lines, Set<Long> fees) {

        /** These lookups, and those of the order. */
        Lookups in(Lookups others) {
            return others.and(ChangeForm.LINES, this::line)
                    .and(ChangeForm.FEES, (Long id) -> fees.contains(id) ? id : null)
                    .and(NewLineForm.MAIN_LINES, this::main);
        }

        private @Nullable KnownLine line(long id) {
            return lines.stream().filter(line -> line.id() == id).findFirst().orElse(null);
        }

        /**
         * The position of this number within the order, else that of this id, as the document has it (decisions, "Repaired
         * on purpose"); null if there is none.
         */
        @Nullable
        KnownLine main(long number) {
            return lines.stream()
                    .filter(line -> line.positionid() == number)
                    .findFirst()
                    .orElseGet(() -> line(number));
        }
    }
}
