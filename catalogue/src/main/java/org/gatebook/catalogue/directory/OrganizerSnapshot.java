package org.gatebook.catalogue.directory;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.setting.SettingValues;

/**
 * What a node keeps of an organizer, as of one version. Immutable.
 *
 * @param version as the unit that loaded it had read; what is in here may be newer, never older
 * @param gates by number
 * @param salesChannels by identifier
 */
public record OrganizerSnapshot(
        long version,
        SettingValues settings,
        Collection<Document> acceptances,
        Map<Long, Document> gates,
        Map<String, Document> salesChannels) {

    /** Nothing, as for an organizer that does not exist. */
    static final OrganizerSnapshot UNKNOWN =
            new OrganizerSnapshot(0, SettingValues.DEFAULTS, Set.of(), Map.of(), Map.of());

    /** Issuers whose gift cards are accepted. */
    Set<OrganizerSlug> issuersOfCards() {
        return issuers(acceptance -> acceptance.flag("active"));
    }

    /** Issuers whose media are looked up. */
    Set<OrganizerSlug> issuersOfMedia() {
        return issuers(acceptance -> acceptance.flag("active") && acceptance.flag("reusable_media"));
    }

    private Set<OrganizerSlug> issuers(Predicate<Document> which) {
        return acceptances.stream()
                .filter(which)
                .map(acceptance -> new OrganizerSlug(acceptance.text("issuer")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
