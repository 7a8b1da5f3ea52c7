package org.gatebook.web.page;

import java.math.BigInteger;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.python.PyNumber;
import org.jspecify.annotations.Nullable;

/**
 * Which page a client wants. Source: behaviour notes, gift cards 0.3; a size of nothing, less or a word is ignored.
 *
 * @param number counted from 1; null for the last one
 * @param size rows of a page, 1 to {@value #LARGEST}
 */
public record PageAsked(@Nullable Integer number, int size) {

    /** The usual size, and the largest. */
    public static final int LARGEST = 50;

    /**
     * Reads {@code page} and {@code page_size}.
     *
     * @throws org.gatebook.web.error.Rejected with 404 for a page that no list can have
     */
    public static PageAsked of(QueryParams params) {
        return new PageAsked(number(params.get("page")), size(params.get("page_size")));
    }

    /** Rows before a page of this number. */
    public static long rowsBefore(int number, int size) {
        return (number - 1L) * size;
    }

    private static @Nullable Integer number(@Nullable String page) {
        if (page == null || page.isEmpty()) {
            return 1;
        }
        if (page.equals("last")) {
            return null;
        }
        BigInteger number = PyNumber.integer(page);
        if (number == null || number.signum() <= 0 || number.bitLength() >= 31) {
            throw ApiError.invalidPage().rejected();
        }
        return number.intValueExact();
    }

    private static int size(@Nullable String size) {
        BigInteger rows = size == null ? null : PyNumber.integer(size);
        if (rows == null || rows.signum() <= 0) {
            return LARGEST;
        }
        return rows.min(BigInteger.valueOf(LARGEST)).intValueExact();
    }
}
