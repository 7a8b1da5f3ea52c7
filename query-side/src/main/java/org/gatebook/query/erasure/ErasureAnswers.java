package org.gatebook.query.erasure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.erasure.ErasedSubject;
import org.gatebook.api.erasure.ErasureEvent;
import org.gatebook.api.erasure.ErasureEvent.ErasurePerformed;
import org.gatebook.api.erasure.ErasureQuery.ShowErasure;
import org.gatebook.api.erasure.KeptInvoice;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.erasure.ErasureCertificate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows erasures as their resource does, from their events. */
@Component
class ErasureAnswers {

    private final EventReader log;
    private final ErasureCertificate certificates;

    ErasureAnswers(EventReader log, ErasureCertificate certificates) {
        this.log = log;
        this.certificates = certificates;
    }

    @QueryHandler
    Optional<Object> show(ShowErasure query) {
        return log.ofAggregate(ErasureEvent.stream(query.erasure()), -1).stream()
                .filter(event -> event.metadata().organizer().equals(query.organizer()))
                .<Object>map(this::shown)
                .findFirst();
    }

    private Map<String, @Nullable Object> shown(RecordedEvent event) {
        ErasurePerformed performed = (ErasurePerformed) event.payload();
        ErasedSubject subject = performed.subject();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", performed.erasure());
        json.put("kind", subject.kind().code());
        json.put("subject", subject.number());
        json.put("name", subject.name());
        json.put("event", subject.event());
        json.put("reason", performed.reason().code());
        json.put("reference", performed.reference());
        json.put("forced", performed.forced());
        json.put("datetime", event.recordedAt());
        json.put("position", event.position());
        json.put("keys", performed.keys());
        json.put("unreadable_events", performed.events());
        json.put("files", performed.files());
        json.put("kept", kept(performed.kept()));
        json.put("certificate", certificates.of(event));
        return json;
    }

    private static List<Map<String, Object>> kept(List<KeptInvoice> kept) {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (KeptInvoice invoice : kept) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("invoice", invoice.invoice());
            json.put("until", invoice.until().toString());
            shown.add(json);
        }
        return shown;
    }
}
