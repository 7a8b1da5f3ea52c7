package org.gatebook.api.offer;

/** When an event's orders get invoices (behaviour notes, orders 13.2 and 13.3). */
public enum InvoiceGeneration {
    /** Never. Whatever is no code means this as well. */
    NEVER("False"),
    /** When somebody of the organizer asks for it. */
    BY_ORGANIZER("admin"),
    /** When the organizer or the customer asks for it. */
    BY_CUSTOMER("user"),
    /** The same, for the customer once it is paid. */
    BY_CUSTOMER_ONCE_PAID("user_paid"),
    /** By themselves once they are paid. */
    WHEN_PAID("paid"),
    /** By themselves when they are placed. */
    ALWAYS("True");

    private final String code;

    InvoiceGeneration(String code) {
        this.code = code;
    }

    /** The value of the setting. */
    public String code() {
        return code;
    }

    /** The one of this code. */
    public static InvoiceGeneration ofCode(String code) {
        for (InvoiceGeneration generation : values()) {
            if (generation.code.equals(code)) {
                return generation;
            }
        }
        return NEVER;
    }

    /** Whether clients may make invoices. */
    public boolean allowsByHand() {
        return this != NEVER;
    }

    /** Whether orders get invoices by themselves, sooner or later. */
    public boolean isAutomatic() {
        return isDue(true);
    }

    /**
     * Whether an order should have got an invoice by itself by now.
     *
     * @param paid whether the order is
     */
    public boolean isDue(boolean paid) {
        return switch (this) {
            case NEVER, BY_ORGANIZER, BY_CUSTOMER, BY_CUSTOMER_ONCE_PAID -> false;
            case WHEN_PAID -> paid;
            case ALWAYS -> true;
        };
    }
}
