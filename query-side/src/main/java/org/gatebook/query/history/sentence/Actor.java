package org.gatebook.query.history.sentence;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.gatebook.eventstore.AuditMetadata;

/** Who acted, by the name of that time. */
@JsonPropertyOrder({"kind", "id", "name"})
public record Actor(String kind, String id, String name) {

    private static final String SYSTEM = "system";
    private static final String DEVICE = "device";

    /** Who is named by the audit metadata of an event. */
    public static Actor of(AuditMetadata audit) {
        return new Actor(audit.actorKind(), audit.actorId(), audit.actorName());
    }

    /** Whether the server did it by itself. */
    public boolean bySystem() {
        return kind.equals(SYSTEM);
    }

    /** As a sentence names them, behind the word "by". */
    public String spoken() {
        if (bySystem()) {
            return "the server itself (" + name + ")";
        }
        return (kind.equals(DEVICE) ? "the device " : "") + "“" + name + "”";
    }
}
