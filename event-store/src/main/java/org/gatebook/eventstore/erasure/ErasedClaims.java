package org.gatebook.eventstore.erasure;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatebook.api.personal.Erasing;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.ledger.ClaimRule;
import org.gatebook.eventstore.ledger.ClaimRule.ClaimChange;
import org.gatebook.eventstore.log.InlineProjection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Gives back what streams have claimed whose values were erased: a claim holds its value in the open. */
public final class ErasedClaims implements InlineProjection {

    private final JdbcTemplate jdbc;
    private final EventReader log;
    private final List<ClaimRule<?>> rules;

    public ErasedClaims(JdbcTemplate jdbc, EventReader log, Collection<? extends ClaimRule<?>> rules) {
        this.jdbc = jdbc;
        this.log = log;
        this.rules = List.copyOf(rules);
    }

    @Override
    public void project(List<RecordedEvent> recorded) {
        for (RecordedEvent event : recorded) {
            if (event.payload() instanceof Erasing) {
                release(event.aggregateId());
            }
        }
    }

    private void release(String stream) {
        Set<String> kinds = new HashSet<>();
        for (RecordedEvent event : log.ofAggregate(stream, -1)) {
            for (ClaimRule<?> rule : rules) {
                if (rule.events().isInstance(event.payload())) {
                    rule.of(event).stream()
                            .filter(claim -> claim.value() == null)
                            .map(ClaimChange::kind)
                            .forEach(kinds::add);
                }
            }
        }
        kinds.forEach(kind -> jdbc.update("delete from ops.claim where owner = ? and kind = ?", stream, kind));
    }
}
