package org.gatebook.catalogue.channel;

import static org.gatebook.web.form.kind.Types.list;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.slugs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.crud.Fields;
import org.gatebook.catalogue.directory.OrganizerSnapshots;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Sensitivity;
import org.gatebook.catalogue.saleschannel.SalesChannels;
import org.gatebook.web.form.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * On which sales channels something is sold: on all, or on some. Clients of before 2024.7 send and read one list,
 * {@code sales_channels}, which the reference keeps translating.
 */
@Component
public final class ChannelFields {

    static final Field<Boolean> ALL = Fields.flag("all_sales_channels", true);
    static final Field<List<String>> LIMIT = Field.optional(
            "limit_sales_channels",
            slugs("identifier", SalesChannels.CHANNEL)
                    .as(channels -> channels.stream()
                            .map(channel -> channel.text("identifier"))
                            .toList()));
    static final Field<List<String>> FORMER =
            Field.optional("sales_channels", list(text())).nullable();

    private final OrganizerSnapshots organizers;

    ChannelFields(OrganizerSnapshots organizers) {
        this.organizers = organizers;
    }

    /** The two fields at their place among the others. */
    public Declaration declare(Declaration declaration) {
        return declaration
                .field(Sensitivity.PLAIN, ALL)
                .field(Sensitivity.PLAIN, LIMIT)
                .input(FORMER)
                .refers(
                        SalesChannels.CHANNEL,
                        (owner, identifier) ->
                                organizers.of(owner.organizer()).salesChannels().get(identifier))
                .before(this::settle);
    }

    /** The former field, which answers show last. */
    public Declaration declareFormer(Declaration declaration) {
        return declaration.shown(FORMER.name(), (resource, links) -> channels(resource));
    }

    private List<String> channels(Document resource) {
        return resource.flag(ALL.name())
                ? organizers.salesChannels(resource.owner().organizer()).stream()
                        .sorted()
                        .toList()
                : resource.texts(LIMIT.name());
    }

    private void settle(Change change) {
        if (change.input().wasSent(FORMER)) {
            translate(change, change.input().find(FORMER));
        }
        if (change.touches(ALL.name()) && change.flag(ALL.name())) {
            change.set(LIMIT.name(), List.of());
        }
        change.fill(LIMIT.name(), List.of());
    }

    private void translate(Change change, @Nullable List<String> former) {
        if (former == null) {
            throw change.refused(
                    FORMER.name(), "The legacy attribute 'sales_channels' cannot be set to None, it must be a list.");
        }
        Set<String> wanted = Set.copyOf(former);
        Set<String> all = organizers.salesChannels(change.owner().organizer());
        boolean wantsAll = change.input().wasSent(ALL) && change.input().get(ALL);
        if (wantsAll && !wanted.equals(all)) {
            throw change.refused(
                    ALL.name(),
                    "If 'all_sales_channels' is set, the legacy attribute 'sales_channels' must not be set or set to"
                            + " the list of all sales channels.");
        }
        List<String> limit = change.input().get(LIMIT, List.of());
        if (!limit.isEmpty() && !wanted.equals(new HashSet<>(limit))) {
            throw change.refused(
                    LIMIT.name(),
                    "If 'limit_sales_channels' is set, the legacy attribute 'sales_channels' must not be set or set to"
                            + " the same list.");
        }
        wanted.stream().filter(name -> !all.contains(name)).findFirst().ifPresent(unknown -> {
            throw change.refused(LIMIT.name(), "Object with identifier=" + unknown + " does not exist.");
        });
        change.set(ALL.name(), wanted.equals(all)).set(LIMIT.name(), wanted.equals(all) ? List.of() : former);
    }
}
