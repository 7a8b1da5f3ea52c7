package org.gatebook.benchmarks.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.benchmarks.workload.Api;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.EventAppender;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.server.Application;
import org.gatebook.server.settings.ServerSettings;

/**
 * Copies of real streams under numbers of their own: sealed under keys of their own, stored and projected as the server
 * does it, but hundreds in a unit. Sending as many requests would take minutes, and copying rows of the log in SQL would
 * leave sealed values that no key opens.
 */
public final class StreamCopies {

    private static final int EVENTS_A_UNIT = 400;

    private static final int NUMBERS_AT_ONCE = 10_000;

    private StreamCopies() {}

    /**
     * Adds copies of some streams to a folder that no server uses.
     *
     * @param kinds of streams; those that are there belong together
     * @param copies how many of all of them
     */
    public static void add(Path data, Set<String> kinds, int copies) {
        ServerSettings settings = ServerSettings.read(Map.of("GATEBOOK_DATA", data.toString()), Map.of());
        try (Application application = Application.openForCommand(settings)) {
            List<RecordedEvent> originals = application.part(EventReader.class).after(0, Integer.MAX_VALUE).stream()
                    .filter(event -> kinds.contains(event.aggregateType()))
                    .toList();
            Set<String> found =
                    originals.stream().map(RecordedEvent::aggregateType).collect(Collectors.toSet());
            if (!found.equals(kinds)) {
                throw new IllegalStateException("there are streams of " + found + " and not of all of " + kinds);
            }
            long first =
                    originals.stream().mapToLong(StreamCopies::number).min().orElseThrow();
            // Whatever was drawn for these streams lies between the first number and the next.
            long span = application.part(ClientIds.class).next() - first + 1;
            int together = Math.max(1, EVENTS_A_UNIT / originals.size());
            for (int done = 0; done < copies; done += together) {
                write(application, originals, first, span, done + 1, Math.min(done + together, copies));
            }
            useUp(application.part(ClientIds.class), first + (copies + 1) * span);
        }
    }

    /** What a server makes afterwards gets numbers that no copy has. */
    private static void useUp(ClientIds ids, long last) {
        while (ids.next(NUMBERS_AT_ONCE).getLast() < last) {
            // The sequence gives them out in blocks.
        }
    }

    private static long number(RecordedEvent event) {
        return Long.parseLong(event.aggregateId().substring(event.aggregateId().indexOf(':') + 1));
    }

    private static void write(
            Application application, List<RecordedEvent> originals, long first, long span, int from, int to) {
        EventAppender appender = application.part(EventAppender.class);
        OrganizerSlug organizer = new OrganizerSlug(Api.ORGANIZER);
        application
                .part(TransactionalUnit.class)
                .write(
                        Opening.of(organizer),
                        AuditContext.system("benchmark", "cli", "benchmark", organizer),
                        entered -> {
                            Stream.iterate(from, copy -> copy <= to, copy -> copy + 1)
                                    .forEach(copy -> append(appender, originals, new Renumbering(first, copy * span)));
                            return Ending.done(() -> to);
                        });
    }

    private static void append(EventAppender appender, List<RecordedEvent> originals, Renumbering renumbering) {
        for (RecordedEvent original : originals) {
            appender.append(
                    original.aggregateType(),
                    renumbering.stream(original.aggregateId()),
                    original.sequence(),
                    original.metadata().organizer(),
                    original.metadata().event(),
                    renumbering.of(original.payload()));
        }
    }
}
