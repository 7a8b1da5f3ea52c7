package org.gatebook.catalogue.voucher;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.api.offer.Category;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Quota;
import org.gatebook.api.offer.Voucher;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.usage.Counted;
import org.gatebook.catalogue.usage.PlacesLeft;
import org.gatebook.eventstore.UsageCounters;
import org.gatebook.eventstore.UsageCounters.Counter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a voucher may be, beyond the form of each of its fields; the order and the texts are the reference's. */
@Component
final class VoucherRules {

    private static final String UNCLEAR = "You can only block quota if you specify a specific product variation."
            + " Otherwise it might be unclear which quotas to block.";
    private static final String NO_VARIATIONS =
            "You cannot select a variation without having selected a product that provides variations.";

    private final EventOffers offers;
    private final Documents documents;
    private final UsageCounters counters;
    private final PlacesLeft places;
    private final VoucherSeats seats;

    VoucherRules(
            EventOffers offers, Documents documents, UsageCounters counters, PlacesLeft places, VoucherSeats seats) {
        this.offers = offers;
        this.documents = documents;
        this.counters = counters;
        this.places = places;
        this.seats = seats;
    }

    void check(Change voucher) {
        EventOffer offer = offers.of(
                voucher.owner().organizer(),
                Objects.requireNonNull(voucher.owner().event()));
        refuse(voucher, product(voucher, offer));
        refuse(voucher, date(voucher, offer));
        long redeemed = redeemed(voucher);
        refuse(voucher, usages(voucher, redeemed));
        if (blocksAnew(voucher)) {
            counters.keep();
            refuse(voucher, quota(voucher, offer, redeemed));
        }
        refuse(voucher, code(voucher));
        seats.check(voucher, offer);
    }

    private static void refuse(Change voucher, @Nullable String complaint) {
        if (complaint != null) {
            throw voucher.refused(complaint);
        }
    }

    private static @Nullable String product(Change voucher, EventOffer offer) {
        Long quota = voucher.number("quota");
        Long item = voucher.number("item");
        Long variation = voucher.number("variation");
        boolean blocks = voucher.flag("block_quota");
        if (quota != null) {
            if (!offer.quotas().containsKey(quota)) {
                return "You cannot select a quota that belongs to a different event.";
            }
            return item == null ? null : "You cannot select a quota and a specific product at the same time.";
        }
        if (item != null) {
            Item product = offer.items().get(item);
            return product == null
                    ? "You cannot select a product that belongs to a different event."
                    : ofProduct(
                            product, variation, blocks, offer, voucher.input().find(VoucherFields.ITEM));
        }
        if (blocks) {
            return "You need to select a specific product or quota if this voucher should reserve tickets.";
        }
        return variation == null ? null : NO_VARIATIONS;
    }

    private static @Nullable String ofProduct(
            Item product, @Nullable Long variation, boolean blocks, EventOffer offer, @Nullable Document sent) {
        Category category =
                product.category() == null ? null : offer.categories().get(product.category());
        if ((sent != null && sent.flag("require_bundling")) || (category != null && category.addon())) {
            return "You cannot select a product that is only available as an add-on product or as part of a bundle,"
                    + " since vouchers cannot be applied to add-on products or bundled products.";
        }
        if (variation != null && product.variations().isEmpty()) {
            return NO_VARIATIONS;
        }
        if (variation != null && product.variation(variation).isEmpty()) {
            return "This variation does not belong to this product.";
        }
        return !product.variations().isEmpty() && variation == null && blocks ? UNCLEAR : null;
    }

    private static @Nullable String date(Change voucher, EventOffer offer) {
        Long date = voucher.number("subevent");
        if (offer.series() && voucher.flag("block_quota") && date == null) {
            return "If you want this voucher to block quota, you need to select a specific date.";
        }
        if (date == null) {
            return null;
        }
        if (!offer.series()) {
            return "You can not select a subevent if your event is not an event series.";
        }
        // The reference takes the date of another event and then finds nothing that the voucher is good for.
        return offer.subevent(date).isEmpty() ? "The subevent does not belong to this event." : null;
    }

    /** Nobody redeems it until this unit ends: the voucher is locked before anybody looks how often that happened. */
    private long redeemed(Change voucher) {
        Document before = voucher.before();
        if (before == null) {
            return 0;
        }
        documents.lock(before);
        Counter counter = Counted.voucher(before.id());
        return counters.used(List.of(counter)).getOrDefault(counter, 0L);
    }

    private static @Nullable String usages(Change voucher, long redeemed) {
        long most = number(voucher, "max_usages");
        if (most < redeemed) {
            return "This voucher has already been redeemed " + redeemed
                    + " times. You cannot reduce the maximum number of" + " usages below this number.";
        }
        return most < number(voucher, "min_usages")
                ? "The maximum number of usages may not be lower than the minimum number of usages."
                : null;
    }

    private static long number(Change voucher, String field) {
        return Objects.requireNonNullElse(voucher.number(field), 1L);
    }

    /** Whether it keeps places that it did not keep before. */
    private static boolean blocksAnew(Change voucher) {
        Instant now = voucher.now();
        if (voucher.flag("allow_ignore_quota")
                || !voucher.flag("block_quota")
                || isOver(voucher.get("valid_until"), now)) {
            return false;
        }
        Document before = voucher.before();
        return before == null
                || !before.flag("block_quota")
                || isOver(before.get("valid_until"), now)
                || List.of("item", "variation", "quota", "subevent").stream()
                        .anyMatch(field -> !Objects.equals(voucher.number(field), before.numberOrNull(field)));
    }

    private static boolean isOver(@Nullable Object moment, Instant now) {
        return moment != null && Instant.parse(moment.toString()).isBefore(now);
    }

    private @Nullable String quota(Change voucher, EventOffer offer, long redeemed) {
        boolean named = voucher.number("quota") != null;
        Set<Long> kept = alreadyKept(voucher, offer);
        List<Quota> quotas = new ArrayList<>(blocked(
                offer,
                voucher.number("quota"),
                voucher.number("item"),
                voucher.number("variation"),
                voucher.number("subevent")));
        quotas.removeIf(quota -> kept.contains(quota.id()));
        long wanted = number(voucher, "max_usages") - redeemed;
        Map<Long, Long> left = places.of(offer, quotas, !named, voucher.now());
        boolean enough = left.values().stream().allMatch(free -> free > 0 && free >= wanted);
        return enough
                ? null
                : "You cannot create a voucher that blocks quota as the selected product or quota is currently sold"
                        + " out or completely reserved.";
    }

    private static Set<Long> alreadyKept(Change voucher, EventOffer offer) {
        Document before = voucher.before();
        if (before == null) {
            return Set.of();
        }
        Voucher was = VoucherFields.voucher(before);
        return was.blockQuota() && !was.isExpired(voucher.now())
                ? blocked(offer, was.quota(), was.item(), was.variation(), was.subevent()).stream()
                        .map(Quota::id)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Collection<Quota> blocked(
            EventOffer offer,
            @Nullable Long quota,
            @Nullable Long item,
            @Nullable Long variation,
            @Nullable Long date) {
        if (quota != null) {
            Quota named = offer.quotas().get(quota);
            return named == null ? List.of() : List.of(named);
        }
        return item == null ? List.of() : offer.quotasOf(item, variation, date);
    }

    private @Nullable String code(Change voucher) {
        String code = (String) Objects.requireNonNull(voucher.get("code"));
        boolean taken = documents
                .byKey(VoucherFields.TYPE, voucher.owner(), code)
                .filter(other -> other.id() != voucher.id())
                .isPresent();
        return taken ? "A voucher with this code already exists." : null;
    }
}
