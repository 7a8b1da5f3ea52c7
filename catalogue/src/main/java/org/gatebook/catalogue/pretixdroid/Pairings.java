package org.gatebook.catalogue.pretixdroid;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Subevent;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.Content;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets paired devices in by the key in their address (behaviour notes, pretixdroid 5.2): event, key, date and method, in this
 * order. So routes take every method, and who has no key never learns which are known.
 */
@Component
public final class Pairings {

    private static final String PLAIN = "text/html; charset=utf-8";

    private final EventOffers offers;
    private final PretixdroidConfigurations configurations;

    Pairings(EventOffers offers, PretixdroidConfigurations configurations) {
        this.offers = offers;
        this.configurations = configurations;
    }

    /**
     * The answer of a service to a paired device, or the refusal.
     *
     * @param date as the address names it; null if it names none
     * @param method the only one that the service offers; HEAD is as good as GET
     */
    public Answer admit(ApiRequest request, @Nullable Long date, String method, Function<Pairing, Answer> service) {
        Optional<EventOffer> offer = offers.find(request.organizer(), request.event());
        if (offer.isEmpty()) {
            return refused(404, "Unknown event");
        }
        String key = request.query().get("key");
        Optional<Document> configuration = key == null
                ? Optional.empty()
                : configurations.withKey(Owner.of(request.organizer(), request.event()), key);
        CheckinList list = configuration
                .map(found -> offer.get().checkinLists().get(found.number(PretixdroidConfigurations.LIST.name())))
                .orElse(null);
        if (configuration.isEmpty() || list == null) {
            return refused(403, "Invalid key");
        }
        Long wanted = list.subevent() == null ? date : list.subevent();
        Answer wrongDate = wrongDate(offer.get(), list, date);
        if (wrongDate != null) {
            return wrongDate;
        }
        Subevent known = wanted == null ? null : offer.get().subevents().get(wanted);
        if (wanted != null && known == null) {
            return refused(404, "Unknown subevent");
        }
        String sent = request.method();
        if (!sent.equals(method) && !(sent.equals("HEAD") && method.equals("GET"))) {
            return Answer.methodNotAllowed(sent);
        }
        return service.apply(pairing(configuration.get(), offer.get(), list, known));
    }

    private static @Nullable Answer wrongDate(EventOffer offer, CheckinList list, @Nullable Long date) {
        if (!offer.series()) {
            return date == null ? null : refused(403, "Subevents not enabled.");
        }
        if (list.subevent() == null) {
            return date == null ? refused(403, "No subevent selected.") : null;
        }
        return date == null || date.equals(list.subevent()) ? null : refused(403, "Invalid subevent selected.");
    }

    private static Pairing pairing(
            Document configuration, EventOffer offer, CheckinList list, @Nullable Subevent date) {
        return new Pairing(
                configuration.id(),
                configuration.text(PretixdroidConfigurations.APP.name()),
                offer,
                list,
                date,
                configuration.flag(PretixdroidConfigurations.ALL_ITEMS.name())
                        ? null
                        : Set.copyOf(configuration.numbers(PretixdroidConfigurations.ITEMS.name())),
                configuration.flag(PretixdroidConfigurations.ALLOW_SEARCH.name()));
    }

    private static Answer refused(int status, String text) {
        return Answer.of(status, new Content.Text(PLAIN, text));
    }
}
