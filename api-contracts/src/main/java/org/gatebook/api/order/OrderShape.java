package org.gatebook.api.order;

import java.util.List;
import java.util.Map;

/**
 * In which form a client wants to see orders and positions (behaviour notes, orders 5.3 and 5.5).
 *
 * @param origin where absolute links start: scheme, host and port, without a final slash
 * @param canceledPositions whether cancelled positions are shown
 * @param canceledFees whether cancelled fees are shown
 * @param pdfData whether positions carry the texts of printed tickets
 * @param include the paths to which an order is limited; empty for everything
 * @param exclude the paths that are left out of an order
 */
public record OrderShape(
        String origin,
        boolean canceledPositions,
        boolean canceledFees,
        boolean pdfData,
        List<String> include,
        List<String> exclude) {

    public OrderShape {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** The usual form. */
    public static OrderShape usual(String origin) {
        return new OrderShape(origin, false, false, false, List.of(), List.of());
    }

    /**
     * What these parameters of an address ask for. The flags understand lower-case {@code true} only.
     *
     * @param mayView whether the client may view orders: who may only change them is not shown the texts of tickets
     */
    public static OrderShape of(String origin, Map<String, List<String>> params, boolean mayView) {
        return new OrderShape(
                origin,
                isTrue(params, "include_canceled_positions"),
                isTrue(params, "include_canceled_fees"),
                mayView && isTrue(params, "pdf_data"),
                params.getOrDefault("include", List.of()),
                params.getOrDefault("exclude", List.of()));
    }

    /** The same without the texts of printed tickets. */
    public OrderShape withoutPdfData() {
        return new OrderShape(origin, canceledPositions, canceledFees, false, include, exclude);
    }

    private static boolean isTrue(Map<String, List<String>> params, String name) {
        List<String> values = params.getOrDefault(name, List.of());
        return !values.isEmpty() && values.getLast().equals("true");
    }
}
