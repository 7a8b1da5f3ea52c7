package org.gatebook.catalogue.event;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an event can switch on, by the names that clients know from the reference. Most only say that the organizer wants
 * something; payment providers and forms of ticket files depend on theirs.
 */
final class Plugins {

    /** What an event has when nobody says otherwise. */
    static final List<String> USUAL = List.of(
            "pretix.plugins.autocheckin",
            "pretix.plugins.checkinlists",
            "pretix.plugins.sendmail",
            "pretix.plugins.statistics");

    private static final Set<String> AVAILABLE = Set.of(
            "pretix.plugins.autocheckin",
            "pretix.plugins.badges",
            "pretix.plugins.banktransfer",
            "pretix.plugins.checkinlists",
            "pretix.plugins.manualpayment",
            "pretix.plugins.paypal2",
            "pretix.plugins.reports",
            "pretix.plugins.returnurl",
            "pretix.plugins.sendmail",
            "pretix.plugins.statistics",
            "pretix.plugins.stripe",
            "pretix.plugins.ticketoutputpdf",
            "pretix.plugins.webcheckin");

    private Plugins() {}

    /** What is said about the first one that does not exist; null when all do. */
    static @Nullable String unknown(Collection<String> plugins) {
        return plugins.stream()
                .filter(plugin -> !AVAILABLE.contains(plugin))
                .findFirst()
                .map(plugin -> "Unknown plugin: '" + plugin + "'.")
                .orElse(null);
    }

    /** Each once, in the order in which they are shown. */
    static List<String> sorted(Collection<String> plugins) {
        return List.copyOf(new TreeSet<>(plugins));
    }
}
