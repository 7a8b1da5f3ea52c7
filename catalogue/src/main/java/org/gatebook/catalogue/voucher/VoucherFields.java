package org.gatebook.catalogue.voucher;

import static org.gatebook.catalogue.crud.Fields.count;
import static org.gatebook.catalogue.crud.Fields.flag;
import static org.gatebook.catalogue.crud.Fields.optionalMoment;
import static org.gatebook.catalogue.crud.Fields.optionalMoney;
import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.id;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.gatebook.api.offer.Voucher;
import org.gatebook.api.offer.Voucher.PriceMode;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.offer.OfferTexts;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.web.form.Field;

/** What vouchers are made of (supporting resources; the reference's limits). */
final class VoucherFields {

    static final String KIND = "voucher";

    /** A voucher, for those who only read it. */
    static final ResourceType TYPE = ResourceType.declare(KIND, KeptBy.NOBODY).build();

    private static final int SHORTEST_CODE = 5;
    private static final int LONGEST_TEXT = 255;

    static final Field<String> CODE = Field.optional(
            "code", text().atLeast(SHORTEST_CODE).upTo(LONGEST_TEXT).as(code -> code.toUpperCase(Locale.ROOT)));
    static final Field<Long> MAX_USAGES = count("max_usages", 1);
    static final Field<Long> MIN_USAGES = count("min_usages", 1);
    static final Field<Instant> VALID_UNTIL = optionalMoment("valid_until");
    static final Field<Boolean> BLOCK_QUOTA = flag("block_quota", false);
    static final Field<Boolean> ALLOW_IGNORE_QUOTA = flag("allow_ignore_quota", false);
    static final Field<PriceMode> PRICE_MODE = Field.optional(
                    "price_mode", choice(PriceMode.class, VoucherFields::word))
            .orElse(PriceMode.NONE);
    static final Field<BigDecimal> VALUE = optionalMoney("value");
    static final Field<Document> ITEM =
            Field.optional("item", id(EventReferences.ITEM)).nullable();
    static final Field<Document> VARIATION =
            Field.optional("variation", id(EventReferences.VARIATION)).nullable();
    static final Field<Document> QUOTA =
            Field.optional("quota", id(EventReferences.QUOTA)).nullable();
    static final Field<String> TAG =
            Field.optional("tag", text().orBlank().upTo(LONGEST_TEXT)).orElse("");
    static final Field<String> COMMENT =
            Field.optional("comment", text().orBlank()).orElse("");
    static final Field<Document> SUBEVENT =
            Field.optional("subevent", id(EventReferences.SUBEVENT)).nullable();
    static final Field<Boolean> SHOW_HIDDEN_ITEMS = flag("show_hidden_items", true);
    static final Field<String> SEAT = Field.optional("seat", text()).nullable();
    static final Field<Boolean> ALL_ADDONS_INCLUDED = flag("all_addons_included", false);
    static final Field<Boolean> ALL_BUNDLES_INCLUDED = flag("all_bundles_included", false);
    static final Field<BigDecimal> BUDGET = optionalMoney("budget");

    private VoucherFields() {}

    static String word(PriceMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    /** The voucher as decisions see it. */
    static Voucher voucher(Document voucher) {
        return new Voucher(
                voucher.id(),
                voucher.text(CODE.name()),
                Math.toIntExact(voucher.number(MAX_USAGES.name())),
                OfferTexts.moment(voucher.get(VALID_UNTIL.name())),
                voucher.flag(BLOCK_QUOTA.name()),
                voucher.flag(ALLOW_IGNORE_QUOTA.name()),
                PriceMode.valueOf(voucher.text(PRICE_MODE.name()).toUpperCase(Locale.ROOT)),
                OfferTexts.decimal(voucher.get(VALUE.name())),
                voucher.numberOrNull(ITEM.name()),
                voucher.numberOrNull(VARIATION.name()),
                voucher.numberOrNull(QUOTA.name()),
                voucher.numberOrNull(SUBEVENT.name()),
                voucher.numberOrNull(SEAT.name()),
                OfferTexts.decimal(voucher.get(BUDGET.name())),
                voucher.flag(ALL_ADDONS_INCLUDED.name()));
    }
}
