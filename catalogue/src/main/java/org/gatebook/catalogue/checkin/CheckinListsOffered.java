package org.gatebook.catalogue.checkin;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.catalogue.offer.OfferPart;
import org.gatebook.catalogue.offer.OfferTexts;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.ResourceType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What check-in lists become in the snapshot of their event. */
@Configuration(proxyBeanMethods = false)
class CheckinListsOffered {

    /** A list, for those who only read it; the declaration asks the snapshot, which is made of this. */
    private static final ResourceType TYPE =
            ResourceType.declare(CheckinLists.KIND, KeptBy.EVENT).build();

    @Bean
    OfferPart<CheckinList> checkinListsOfEvent() {
        return OfferPart.ofEach(CheckinList.class, TYPE, CheckinListsOffered::read);
    }

    /** The list as decisions see it. */
    static CheckinList read(Document list) {
        return new CheckinList(
                list.id(),
                list.text("name"),
                list.flag("all_products"),
                list.numbers("limit_products"),
                list.numberOrNull("subevent"),
                list.flag("include_pending"),
                list.flag("allow_multiple_entries"),
                list.flag("allow_entry_after_exit"),
                rules(list),
                OfferTexts.moment(list.get("exit_all_at")),
                list.flag("addon_match"),
                new LinkedHashSet<>(list.texts("auto_checkin_sales_channels")));
    }

    private static Map<String, Object> rules(Document list) {
        Map<String, Object> rules = new LinkedHashMap<>();
        list.object("rules").forEach((operator, operands) -> rules.put(operator, Objects.requireNonNull(operands)));
        return rules;
    }
}
