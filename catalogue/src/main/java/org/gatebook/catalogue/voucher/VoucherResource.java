package org.gatebook.catalogue.voucher;

import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.filter.Filters.choice;
import static org.gatebook.web.filter.Filters.compared;
import static org.gatebook.web.filter.Filters.flag;
import static org.gatebook.web.filter.Filters.number;
import static org.gatebook.web.filter.Filters.reference;
import static org.gatebook.web.filter.Filters.text;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Seats;
import org.gatebook.api.offer.Voucher.PriceMode;
import org.gatebook.catalogue.RandomText;
import org.gatebook.catalogue.cart.CartPositions;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.crud.Gathered;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.event.Referrer;
import org.gatebook.catalogue.event.Referrers;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.usage.Counted;
import org.gatebook.eventstore.UsageCounters;
import org.gatebook.eventstore.UsageCounters.Counter;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.filter.Filter;
import org.gatebook.web.form.ApiText;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.request.LinkBase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The declaration of vouchers. How often one was redeemed and what of its budget is used, counters say. */
@Component
final class VoucherResource implements Referrer {

    private static final int CODE_LENGTH = 16;

    private static final String REDEEMED = """
        coalesce((SELECT used FROM ops.usage_counter u WHERE u.kind = 'voucher' AND u.id = resource.id), 0)\
        """;

    private static final String ACTIVE = REDEEMED + """
         < (document ->> 'max_usages')::bigint AND (document ->> 'valid_until' IS NULL
            OR (document ->> 'valid_until')::timestamptz > transaction_timestamp())\
        """;

    private final Documents documents;
    private final UsageCounters counters;
    private final Seats seats;
    private final ObjectProvider<VoucherUse> use;
    private final Resource resource;

    VoucherResource(
            Documents documents,
            EventReferences references,
            VoucherRules rules,
            UsageCounters counters,
            Seats seats,
            CartPositions carts,
            ObjectProvider<VoucherUse> use) {
        this.documents = documents;
        this.counters = counters;
        this.seats = seats;
        this.use = use;
        Gathered counts = this::counts;
        Declaration declaration = Resource.declare(VoucherFields.KIND, KeptBy.NOBODY)
                .id()
                .field(PLAIN, VoucherFields.CODE)
                .field(PLAIN, VoucherFields.MAX_USAGES)
                .gathered(counts, "redeemed")
                .field(PLAIN, VoucherFields.MIN_USAGES)
                .field(PLAIN, VoucherFields.VALID_UNTIL)
                .field(PLAIN, VoucherFields.BLOCK_QUOTA)
                .field(PLAIN, VoucherFields.ALLOW_IGNORE_QUOTA)
                .field(PLAIN, VoucherFields.PRICE_MODE)
                .field(PLAIN, VoucherFields.VALUE)
                .field(PLAIN, VoucherFields.ITEM)
                .field(PLAIN, VoucherFields.VARIATION)
                .field(PLAIN, VoucherFields.QUOTA)
                .field(PLAIN, VoucherFields.TAG)
                .field(PLAIN, VoucherFields.COMMENT)
                .field(PLAIN, VoucherFields.SUBEVENT)
                .field(PLAIN, VoucherFields.SHOW_HIDDEN_ITEMS)
                .input(VoucherFields.SEAT)
                .kept(PLAIN, VoucherFields.SEAT.name())
                .gathered(this::seatNames, VoucherFields.SEAT.name())
                .field(PLAIN, VoucherFields.ALL_ADDONS_INCLUDED)
                .field(PLAIN, VoucherFields.ALL_BUNDLES_INCLUDED)
                .field(PLAIN, VoucherFields.BUDGET)
                .gathered(counts, "budget_used")
                .before(this::name)
                .before(rules::check)
                .beforeDelete(this::requireUnused)
                .afterDelete(voucher -> carts.removeThoseOf(voucher.owner(), voucher.id()))
                .filteredBy(filters())
                .orderedById()
                .orderedBy("code")
                .orderedByNumber("max_usages")
                .orderedBy("valid_until")
                .orderedByNumber("value");
        Stream.of(EventReferences.ITEM, EventReferences.VARIATION, EventReferences.QUOTA, EventReferences.SUBEVENT)
                .forEach(relation -> references.one(declaration, relation));
        this.resource = declaration.build();
    }

    Resource resource() {
        return resource;
    }

    /** Without its product a voucher would be good for any; that of a quota is, as in the reference. */
    @Override
    public void letGo(Relation<Long, Document> kind, Document gone, Referrers referrers) {
        if (kind == EventReferences.ITEM) {
            referrers.drop(resource, VoucherFields.ITEM.name(), gone);
        } else if (kind == EventReferences.VARIATION) {
            referrers.drop(resource, VoucherFields.VARIATION.name(), gone);
        } else if (kind == EventReferences.SUBEVENT) {
            referrers.drop(resource, VoucherFields.SUBEVENT.name(), gone);
        } else if (kind == EventReferences.QUOTA) {
            referrers.unset(resource, VoucherFields.QUOTA.name(), gone);
        }
    }

    private static Filter[] filters() {
        return new Filter[] {
            compared("code", "key = upper(:%s)"),
            number("max_usages", Resource.number("max_usages")),
            number("redeemed", REDEEMED),
            flag("block_quota", "(document -> 'block_quota')::boolean"),
            flag("allow_ignore_quota", "(document -> 'allow_ignore_quota')::boolean"),
            choice(
                    "price_mode",
                    Resource.column("price_mode"),
                    Arrays.stream(PriceMode.values()).map(VoucherFields::word).toList()),
            number("value", Resource.number("value")),
            reference("item", Resource.number("item"), EventReferences.ITEM),
            reference("variation", Resource.number("variation"), EventReferences.VARIATION),
            reference("quota", Resource.number("quota"), EventReferences.QUOTA),
            text("tag", Resource.column("tag")),
            reference("subevent", Resource.number("subevent"), EventReferences.SUBEVENT),
            flag("active", ACTIVE)
        };
    }

    private void name(Change voucher) {
        if (voucher.isNew() && voucher.get(VoucherFields.CODE.name()) == null) {
            voucher.set(VoucherFields.CODE.name(), freshCode(voucher.owner()));
        }
        voucher.nameIt(String.valueOf(voucher.get(VoucherFields.CODE.name())));
    }

    private String freshCode(Owner owner) {
        String code;
        do {
            code = RandomText.of(RandomText.UNMISTAKABLE, CODE_LENGTH);
        } while (documents.byKey(VoucherFields.TYPE, owner, code).isPresent());
        return code;
    }

    private void requireUnused(Document voucher) {
        documents.lock(voucher);
        Counter counter = Counted.voucher(voucher.id());
        VoucherUse known = use.getIfAvailable();
        boolean used = counters.used(List.of(counter)).getOrDefault(counter, 0L) > 0
                || (known != null
                        && known.isShown(
                                voucher.owner().organizer(),
                                Objects.requireNonNull(voucher.owner().event()),
                                voucher.id()));
        if (used) {
            throw ApiError.detail(403, "This voucher can not be deleted as it has already been used.")
                    .rejected();
        }
    }

    private Map<Long, Map<String, @Nullable Object>> counts(List<Document> vouchers, LinkBase links) {
        Map<Counter, Long> used = counters.used(vouchers.stream()
                .flatMap(voucher -> Stream.of(Counted.voucher(voucher.id()), Counted.budget(voucher.id())))
                .toList());
        Map<Long, Map<String, @Nullable Object>> counts = new HashMap<>();
        for (Document voucher : vouchers) {
            Map<String, @Nullable Object> count = new LinkedHashMap<>();
            count.put("redeemed", used.getOrDefault(Counted.voucher(voucher.id()), 0L));
            count.put(
                    "budget_used",
                    ApiText.amount(BigDecimal.valueOf(used.getOrDefault(Counted.budget(voucher.id()), 0L), 2)));
            counts.put(voucher.id(), count);
        }
        return counts;
    }

    private Map<Long, Map<String, @Nullable Object>> seatNames(List<Document> vouchers, LinkBase links) {
        Map<Long, Map<String, @Nullable Object>> names = new HashMap<>();
        List<Document> seated = vouchers.stream()
                .filter(voucher -> voucher.numberOrNull(VoucherFields.SEAT.name()) != null)
                .toList();
        if (seated.isEmpty()) {
            return names;
        }
        Owner owner = seated.getFirst().owner();
        Map<Long, Seat> found = seats.byId(
                owner.organizer(),
                Objects.requireNonNull(owner.event()),
                seated.stream()
                        .map(voucher -> voucher.number(VoucherFields.SEAT.name()))
                        .toList());
        for (Document voucher : seated) {
            Seat seat = found.get(voucher.number(VoucherFields.SEAT.name()));
            if (seat != null) {
                names.put(voucher.id(), Map.of(VoucherFields.SEAT.name(), seat.guid()));
            }
        }
        return names;
    }
}
