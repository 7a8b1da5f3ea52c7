package org.gatebook.catalogue.directory;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.GiftCardSettings;
import org.gatebook.api.catalogue.MediaSettings;
import org.gatebook.api.catalogue.OrganizerCatalogue;
import org.gatebook.catalogue.giftcard.Acceptances;
import org.gatebook.catalogue.organizer.Gates;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.catalogue.resource.Versions;
import org.gatebook.catalogue.saleschannel.SalesChannels;
import org.gatebook.catalogue.setting.SettingDocuments;
import org.gatebook.catalogue.setting.SettingValues;
import org.gatebook.web.settings.OrganizerSettings;
import org.gatebook.web.settings.SettingsDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps a snapshot of each organizer and hands it out only to requests that have read its version: a change that was
 * committed before a request began, on whatever node, is in what that request sees. What a request has changed itself it
 * sees at once, and nobody else before the commit.
 */
@Component
public final class OrganizerSnapshots implements OrganizerCatalogue, SettingsDirectory {

    private final Documents documents;
    private final Versions versions;
    private final Acceptances acceptances;
    private final SalesChannels channels;
    private final ConcurrentMap<OrganizerSlug, OrganizerSnapshot> kept = new ConcurrentHashMap<>();

    public OrganizerSnapshots(Documents documents, Versions versions, Acceptances acceptances, SalesChannels channels) {
        this.acceptances = acceptances;
        this.channels = channels;
        this.documents = documents;
        this.versions = versions;
    }

    /** The organizer as the present unit sees it; defaults only when there is no such organizer. */
    public OrganizerSnapshot of(OrganizerSlug organizer) {
        if (versions.asOf() != null || versions.changed(organizer)) {
            return load(organizer, 0);
        }
        long version = versions.ofOrganizer(organizer);
        if (version == 0) {
            return OrganizerSnapshot.UNKNOWN;
        }
        OrganizerSnapshot known = kept.get(organizer);
        if (known != null && known.version() == version) {
            return known;
        }
        OrganizerSnapshot loaded = load(organizer, version);
        // A request that began earlier must not put its older snapshot over a newer one.
        kept.merge(organizer, loaded, (old, fresh) -> fresh.version() > old.version() ? fresh : old);
        return loaded;
    }

    private OrganizerSnapshot load(OrganizerSlug organizer, long version) {
        ResourceSelection own = ResourceSelection.ofOrganizer(organizer);
        List<Map<String, @Nullable Object>> settings = documents.list(SettingDocuments.OF_ORGANIZER, own).stream()
                .map(Document::fields)
                .toList();
        return new OrganizerSnapshot(
                version,
                new SettingValues(settings),
                List.copyOf(documents.list(acceptances.resource().type(), own)),
                documents.list(Gates.type(), own).stream()
                        .collect(Collectors.toUnmodifiableMap(Document::id, Function.identity())),
                documents.list(channels.resource().type(), own).stream()
                        .collect(Collectors.toUnmodifiableMap(
                                channel -> channel.text("identifier"), Function.identity())));
    }

    @Override
    public OrganizerSettings settings(OrganizerSlug organizer) {
        return of(organizer).settings();
    }

    @Override
    public Set<OrganizerSlug> issuersOfAcceptedCards(OrganizerSlug acceptor) {
        return of(acceptor).issuersOfCards();
    }

    @Override
    public Set<OrganizerSlug> issuersOfAcceptedMedia(OrganizerSlug acceptor) {
        return of(acceptor).issuersOfMedia();
    }

    @Override
    public Set<String> salesChannels(OrganizerSlug organizer) {
        return of(organizer).salesChannels().keySet();
    }

    /** The sales channel of this identifier, for forms that refer to one; null when the organizer has none. */
    public @Nullable Document salesChannel(Owner owner, String identifier) {
        return of(owner.organizer()).salesChannels().get(identifier);
    }

    @Override
    public GiftCardSettings giftCardSettings(OrganizerSlug organizer) {
        SettingValues settings = of(organizer).settings();
        return new GiftCardSettings(
                settings.number("giftcard_length", 12),
                settings.number("giftcard_expiry_years"),
                ZoneId.of(String.valueOf(settings.text("timezone"))));
    }

    @Override
    public MediaSettings mediaSettings(OrganizerSlug organizer) {
        SettingValues settings = of(organizer).settings();
        return new MediaSettings(
                settings.isOn("reusable_media_active"),
                currency(settings, "reusable_media_type_nfc_uid"),
                currency(settings, "reusable_media_type_nfc_mf0aes"),
                settings.number("reusable_media_type_barcode_identifier_length", 24));
    }

    /** Null where no card is created: the switch is off, or nobody has said in which currency. */
    private static @Nullable String currency(SettingValues settings, String type) {
        return settings.isOn(type + "_autocreate_giftcard")
                ? settings.text(type + "_autocreate_giftcard_currency")
                : null;
    }
}
