package org.gatebook.server.race;

import org.gatebook.server.system.Api;
import org.gatebook.server.system.BoxOffice;

/**
 * What everybody wants.
 *
 * @param office where it is sold
 * @param count how many there are
 * @param position what a buyer writes for one of them
 * @param complaint where an answer says that there is none left
 * @param words the words it says it with
 */
record Prize(BoxOffice office, int count, String position, String complaint, String words) {

    static Prize places(Api api, String event, int places) throws Exception {
        BoxOffice office = BoxOffice.open(api, event, places);
        return new Prize(
                office,
                places,
                "{\"item\": %d}".formatted(office.item()),
                "/positions/0/item/0",
                "There is not enough quota available on quota \"All\" to perform the operation.");
    }

    /** One seat, of which there is one wherever it is. */
    static Prize seat(Api api, String event) throws Exception {
        BoxOffice office = BoxOffice.open(api, event, null);
        long plan = api.created("seatingplans/", """
            {"name": "%s", "layout": {"name": "Plan", "size": {"width": 600, "height": 400}, "areas": [],
             "categories": [{"name": "Stalls", "color": "#777777"}],
             "zones": [{"name": "Floor", "position": {"x": 0, "y": 0}, "rows": [
              {"row_number": "A", "row_number_position": "both", "position": {"x": 0, "y": 0}, "seats": [
               {"seat_number": "1", "seat_guid": "A-1", "position": {"x": 40, "y": 0}, "category": "Stalls"},
               {"seat_number": "2", "seat_guid": "A-2", "position": {"x": 80, "y": 0}, "category": "Stalls"}]}]}]}}\
            """.formatted(event));
        Api.Answer planned = api.patch(office.path(), """
            {"seating_plan": %d, "seat_category_mapping": {"Stalls": %d}}\
            """.formatted(plan, office.item()));
        if (planned.status() != 200) {
            throw new AssertionError(planned);
        }
        return new Prize(
                office,
                1,
                "{\"item\": %d, \"seat\": \"A-1\"}".formatted(office.item()),
                "/positions/0/seat/0",
                "The selected seat \"Floor, Row A, Seat 1\" is not available.");
    }

    static Prize voucher(Api api, String event, int uses) throws Exception {
        BoxOffice office = BoxOffice.open(api, event, null);
        api.created(office.path() + "vouchers/", """
            {"code": "FEWUSES", "max_usages": %d, "price_mode": "set", "value": "1.00", "item": %d}\
            """.formatted(uses, office.item()));
        return new Prize(
                office,
                uses,
                "{\"item\": %d, \"voucher\": \"FEWUSES\"}".formatted(office.item()),
                "/positions/0/voucher/0",
                "The voucher has already been used the maximum number of times.");
    }
}
