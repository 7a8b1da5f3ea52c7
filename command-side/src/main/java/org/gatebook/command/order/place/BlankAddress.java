package org.gatebook.command.order.place;

import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.answer.RawJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the reference shows of an order without invoice address if it has just told the buyer: an address in which nothing
 * is said. Reading the order back shows none (recorded; clients compare).
 */
final class BlankAddress {

    private static final String ADDRESS = "invoice_address";

    private BlankAddress() {}

    /** The order with the blank address in the place of none. */
    static Object in(Object shown) {
        JsonNode order = shown instanceof RawJson raw
                ? ApiJson.mapper().readTree(raw.text())
                : ApiJson.mapper().valueToTree(shown);
        if (order instanceof ObjectNode object && object.path(ADDRESS).isNull()) {
            object.set(ADDRESS, blank(object.objectNode()));
            return object;
        }
        return shown;
    }

    private static ObjectNode blank(ObjectNode address) {
        address.putNull("last_modified");
        address.put("is_business", false);
        address.put("company", "");
        address.put("name", "");
        address.putObject("name_parts");
        for (String text : new String[] {"street", "zipcode", "city", "country", "state", "vat_id"}) {
            address.put(text, "");
        }
        address.put("vat_id_validated", false);
        address.putNull("custom_field");
        address.put("internal_reference", "");
        return address;
    }
}
