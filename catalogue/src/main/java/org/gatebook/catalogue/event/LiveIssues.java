package org.gatebook.catalogue.event;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Item;
import org.jspecify.annotations.Nullable;

/** What keeps an event from selling. */
final class LiveIssues {

    /** Providers that no customer can choose to pay everything with. */
    private static final Set<String> NO_WAY_TO_PAY = Set.of("free", "boxoffice", "offsetting", "giftcard");

    private LiveIssues() {}

    /** The first thing that is missing; null when sales may begin. */
    static @Nullable String first(EventOffer offer) {
        boolean costs =
                offer.items().values().stream().flatMap(LiveIssues::prices).anyMatch(price -> price.signum() > 0);
        boolean payable = offer.terms().payment().enabledProviders().stream().anyMatch(p -> !NO_WAY_TO_PAY.contains(p));
        if (costs && !payable) {
            return "You have configured at least one paid product but have not enabled any payment methods.";
        }
        return offer.quotas().isEmpty() ? "You need to configure at least one quota to sell anything." : null;
    }

    private static Stream<BigDecimal> prices(Item item) {
        return Stream.concat(
                Stream.of(item.defaultPrice()),
                item.variations().stream().map(Item.Variation::defaultPrice).filter(Objects::nonNull));
    }
}
