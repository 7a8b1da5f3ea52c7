package org.gatebook.catalogue.usage;

import org.gatebook.eventstore.UsageCounters.Counter;

/** The counters of what is limited in an event; what is counted in each, the order side says. */
public final class Counted {

    /** Places of quotas that have a size; those without are not counted. */
    public static final String QUOTA = "quota";

    /** Redemptions of vouchers. */
    public static final String VOUCHER = "voucher";

    /** What of a voucher's budget is used, in hundredths of the currency's unit. */
    public static final String BUDGET = "voucher_budget";

    /** Seats that are sold; each once. */
    public static final String SEAT = "seat";

    private Counted() {}

    /** Places of this quota. */
    public static Counter quota(long id) {
        return new Counter(QUOTA, id);
    }

    /** Redemptions of this voucher. */
    public static Counter voucher(long id) {
        return new Counter(VOUCHER, id);
    }

    /** The used budget of this voucher. */
    public static Counter budget(long voucher) {
        return new Counter(BUDGET, voucher);
    }

    /** This seat. */
    public static Counter seat(long id) {
        return new Counter(SEAT, id);
    }
}
