package org.gatebook.web.form.world;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The states of those countries in which an address has one, by the second half of their ISO 3166-2 code. Source:
 * behaviour notes, orders 7.5; the recordings know no states of China.
 */
public final class Subdivisions {

    private static final Map<String, Set<String>> OF = Map.of(
            "AU", codes("ACT NSW NT QLD SA TAS VIC WA"),
            "BR", codes("AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO"),
            "CA", codes("AB BC MB NB NL NS NT NU ON PE QC SK YT"),
            "MX",
                    codes("AGU BCN BCS CAM CHH CHP CMX COA COL DUR GRO GUA HID JAL MEX MIC MOR NAY NLE OAX PUE QUE ROO"
                            + " SIN SLP SON TAB TAM TLA VER YUC ZAC"),
            "MY", codes("01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16"),
            "US",
                    codes("AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS MT NC"
                            + " ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UM UT VA VI VT WA WI WV WY"));

    private Subdivisions() {}

    /**
     * What is wrong with a state.
     *
     * @param country two letters; empty for none
     * @return what the client reads; null when the state is empty or one of this country
     */
    public static @Nullable String fault(String country, String state) {
        if (state.isEmpty()) {
            return null;
        }
        Set<String> states = OF.get(country);
        if (states == null) {
            return "States are not supported in country \"" + country + "\".";
        }
        return states.contains(state)
                ? null
                : "\"" + state + "\" is not a known subdivision of the country \"" + country + "\".";
    }

    private static Set<String> codes(String divided) {
        return Set.of(divided.split(" "));
    }
}
