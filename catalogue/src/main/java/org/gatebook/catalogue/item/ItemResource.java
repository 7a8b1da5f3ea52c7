package org.gatebook.catalogue.item;

import static org.gatebook.catalogue.crud.Fields.flag;
import static org.gatebook.catalogue.crud.Fields.optionalChoice;
import static org.gatebook.catalogue.crud.Fields.optionalCount;
import static org.gatebook.catalogue.crud.Fields.optionalFlag;
import static org.gatebook.catalogue.crud.Fields.optionalLocalized;
import static org.gatebook.catalogue.crud.Fields.optionalMoment;
import static org.gatebook.catalogue.crud.Fields.optionalMoney;
import static org.gatebook.catalogue.crud.Fields.optionalText;
import static org.gatebook.catalogue.crud.Fields.rank;
import static org.gatebook.catalogue.event.EventReferences.CATEGORY;
import static org.gatebook.catalogue.event.EventReferences.ITEM;
import static org.gatebook.catalogue.event.EventReferences.QUOTA;
import static org.gatebook.catalogue.event.EventReferences.TAX_RULE;
import static org.gatebook.catalogue.event.EventReferences.VARIATION;
import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.decimal;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.id;
import static org.gatebook.web.form.world.WorldTypes.localized;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.catalogue.channel.ChannelFields;
import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.crud.Gathered;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.event.Referrer;
import org.gatebook.catalogue.event.Referrers;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The declaration of products: the reference's own fields and defaults of 2024.9. */
@Component
public final class ItemResource implements Referrer {

    private static final String UNTAXED = "0.00";

    private final EventReferences references;
    private final ItemMetaData metaData;
    private final Resource resource;

    public ItemResource(
            EventReferences references,
            ChannelFields channels,
            ItemMetaData metaData,
            Variations variations,
            Addons addons,
            Bundles bundles,
            ItemRules rules,
            Referrers referrers) {
        this.references = references;
        this.metaData = metaData;
        Gathered elsewhere = (items, links) -> fromElsewhere(items);
        Declaration declaration = Resource.declare("item", KeptBy.EVENT)
                .id()
                .field(PLAIN, ItemRules.CATEGORY)
                .field(PLAIN, Field.required("name", localized()))
                .field(PLAIN, optionalText("internal_name", 255))
                .field(PLAIN, flag("active", true));
        channels.declare(declaration)
                .field(PLAIN, optionalLocalized("description"))
                .field(PLAIN, Field.required("default_price", decimal(13, 2)))
                .field(PLAIN, flag("free_price", false))
                .field(PLAIN, optionalMoney("free_price_suggestion"))
                .gathered(elsewhere, "tax_rate")
                .field(PLAIN, ItemRules.TAX_RULE)
                .field(PLAIN, ItemRules.ADMISSION)
                .field(PLAIN, ItemRules.PERSONALIZED)
                .field(PLAIN, rank())
                .field(PLAIN, picture())
                .field(PLAIN, ItemRules.AVAILABLE_FROM)
                .field(PLAIN, whenNotAvailable("available_from_mode"))
                .field(PLAIN, ItemRules.AVAILABLE_UNTIL)
                .field(PLAIN, whenNotAvailable("available_until_mode"))
                .field(PLAIN, flag("require_voucher", false))
                .field(PLAIN, flag("hide_without_voucher", false))
                .field(PLAIN, flag("allow_cancel", true))
                .field(PLAIN, flag("require_bundling", false))
                .field(PLAIN, ItemRules.MIN_PER_ORDER)
                .field(PLAIN, ItemRules.MAX_PER_ORDER)
                .field(PLAIN, flag("checkin_attention", false))
                .field(PLAIN, optionalText("checkin_text"))
                .shown(
                        "has_variations",
                        (item, links) -> !item.rows(Variations.FIELD).isEmpty())
                .parts(variations.declaration(), rows -> rows, true)
                .parts(addons.declaration(), rows -> rows.must(Addons::wrong), false)
                .parts(bundles.declaration(), rows -> rows, false)
                .partsElsewhere(
                        "Updating add-ons, bundles, or variations via PATCH/PUT is not supported. Please use the"
                                + " dedicated nested endpoint.")
                .field(PLAIN, optionalMoney("original_price"))
                .field(PLAIN, flag("require_approval", false))
                .field(PLAIN, optionalFlag("generate_tickets"))
                .field(PLAIN, optionalFlag("show_quota_left"))
                .field(PLAIN, Field.optional("hidden_if_available", id(QUOTA)).nullable())
                .field(
                        PLAIN,
                        Field.optional("hidden_if_item_available", id(ITEM)).nullable())
                .field(PLAIN, flag("allow_waitinglist", true))
                .field(PLAIN, ItemRules.ISSUE_GIFTCARD)
                .unseen(PLAIN, ItemMetaData.META_DATA)
                .gathered(elsewhere, "meta_data")
                .field(PLAIN, flag("require_membership", false))
                .field(PLAIN, Memberships.required())
                .field(PLAIN, flag("require_membership_hidden", false))
                .field(PLAIN, Memberships.granted())
                .field(PLAIN, flag("grant_membership_duration_like_event", true))
                .field(PLAIN, Memberships.duration("days"))
                .field(PLAIN, Memberships.duration("months"))
                .field(PLAIN, optionalChoice("validity_mode", "fixed", "dynamic"))
                .field(PLAIN, optionalMoment("validity_fixed_from"))
                .field(PLAIN, optionalMoment("validity_fixed_until"))
                .field(PLAIN, optionalCount("validity_dynamic_duration_minutes"))
                .field(PLAIN, optionalCount("validity_dynamic_duration_hours"))
                .field(PLAIN, optionalCount("validity_dynamic_duration_days"))
                .field(PLAIN, optionalCount("validity_dynamic_duration_months"))
                .field(PLAIN, flag("validity_dynamic_start_choice", false))
                .field(PLAIN, optionalCount("validity_dynamic_start_choice_day_limit"))
                .field(PLAIN, ItemRules.MEDIA_POLICY)
                .field(PLAIN, ItemRules.MEDIA_TYPE);
        Memberships.declare(declaration);
        references.one(declaration, CATEGORY);
        references.one(declaration, TAX_RULE);
        references.one(declaration, QUOTA);
        references.many(declaration, ITEM);
        this.resource = channels.declareFormer(declaration)
                .before(metaData::check)
                .before(rules::check)
                .beforeDelete(rules::requireFree)
                .afterDelete(item -> referrers.gone(ITEM, item))
                .filteredBy(ItemFilters.all())
                .ranked()
                .dated()
                .build();
    }

    /** The declaration. */
    public Resource resource() {
        return resource;
    }

    /** What the engine stores of a product, parts included. */
    public ResourceType type() {
        return resource.type();
    }

    /** The product that a path names, for its parts. */
    Owner whole(Crud crud, ApiRequest request, Map<String, String> path) {
        return Owner.partOf(
                crud.named(resource, Owner.of(request.organizer(), request.event()), path.getOrDefault("item", "")));
    }

    @Override
    public void letGo(Relation<Long, Document> kind, Document gone, Referrers referrers) {
        if (kind == ITEM) {
            referrers.dropParts(resource, Bundles.FIELD, "bundled_item", gone);
            referrers.unset(resource, "hidden_if_item_available", gone);
        } else if (kind == VARIATION) {
            referrers.dropParts(resource, Bundles.FIELD, "bundled_variation", gone);
        } else if (kind == QUOTA) {
            referrers.unset(resource, "hidden_if_available", gone);
        } else if (kind == CATEGORY) {
            referrers.dropParts(resource, Addons.FIELD, "addon_category", gone);
            referrers.unset(resource, "category", gone);
        }
    }

    /** What becomes of something in the shop outside its time. */
    static Field<String> whenNotAvailable(String name) {
        return Field.optional(name, choice("hide", "info")).orElse("hide");
    }

    /** There is no store of pictures yet, so no file can be named. */
    private static Field<String> picture() {
        return Field.optional("picture", text().must(file -> false, "The submitted file ID was not found."))
                .nullable();
    }

    private Map<Long, Map<String, @Nullable Object>> fromElsewhere(List<Document> items) {
        Map<Long, Map<String, @Nullable Object>> shown = new HashMap<>();
        if (items.isEmpty()) {
            return shown;
        }
        Owner owner = items.getFirst().owner();
        Set<Long> wanted = new LinkedHashSet<>();
        items.forEach(item -> {
            if (item.get("tax_rule") != null) {
                wanted.add(item.number("tax_rule"));
            }
        });
        Map<Long, @Nullable Object> rates = new HashMap<>();
        references.some(TAX_RULE, owner, wanted).forEach(rule -> rates.put(rule.id(), rule.get("rate")));
        Map<String, @Nullable Object> declared = metaData.declared(owner);
        for (Document item : items) {
            Object rate = rates.get(item.numberOrNull("tax_rule"));
            shown.put(
                    item.id(),
                    Map.of("tax_rate", rate == null ? UNTAXED : rate, "meta_data", ItemMetaData.over(declared, item)));
        }
        return shown;
    }
}
