package org.gatebook.catalogue.offer;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.api.offer.EventTerms;
import org.gatebook.api.offer.InvoiceGeneration;
import org.gatebook.api.offer.Text;
import org.gatebook.api.order.OrderMail;
import org.gatebook.catalogue.setting.MailSettings;
import org.gatebook.catalogue.setting.SettingValues;
import org.jspecify.annotations.Nullable;

/** Makes terms of settings. */
final class EventTermsReader {

    /** Providers that every event knows, whatever its plugins (behaviour notes, orders 25). */
    private static final Set<String> ALWAYS_KNOWN = Set.of("free", "boxoffice", "offsetting", "manual", "giftcard");

    /** Providers that come with a plugin. */
    private static final Map<String, String> BY_PLUGIN = Map.of(
            "pretix.plugins.banktransfer", "banktransfer",
            "pretix.plugins.stripe", "stripe",
            "pretix.plugins.paypal2", "paypal");

    private static final String PDF_PLUGIN = "pretix.plugins.ticketoutputpdf";

    private final SettingValues settings;
    private final Set<String> plugins;

    private EventTermsReader(SettingValues settings, Set<String> plugins) {
        this.settings = settings;
        this.plugins = plugins;
    }

    static EventTerms terms(SettingValues settings, Set<String> plugins) {
        return new EventTermsReader(settings, plugins).terms();
    }

    private EventTerms terms() {
        Number taxRule = settings.number("tax_rate_default");
        return new EventTerms(
                text("name_scheme"),
                settings.texts("locales"),
                number("max_items_per_order"),
                number("reservation_time"),
                settings.isOn("waiting_list_enabled"),
                new LinkedHashSet<>(settings.texts("seating_allow_blocked_seats_for_channel")),
                taxRule == null ? null : taxRule.longValue(),
                payment(),
                tickets(),
                invoices(),
                mails());
    }

    private EventTerms.Payment payment() {
        Set<String> known = new LinkedHashSet<>(ALWAYS_KNOWN);
        BY_PLUGIN.forEach((plugin, provider) -> {
            if (plugins.contains(plugin)) {
                known.add(provider);
            }
        });
        return new EventTerms.Payment(
                known,
                known.stream().filter(this::isEnabled).collect(Collectors.toUnmodifiableSet()),
                text("payment_term_mode").equals("minutes"),
                number("payment_term_days"),
                number("payment_term_minutes"),
                settings.isOn("payment_term_weekdays"),
                blankToNull("payment_term_last"),
                settings.isOn("payment_term_accept_late"),
                settings.isOn("payment_term_expire_automatically"),
                number("payment_term_expire_delay_days"));
    }

    private boolean isEnabled(String provider) {
        String name = "payment_" + provider + "__enabled";
        return settings.knows(name) && settings.isOn(name);
    }

    private EventTerms.Tickets tickets() {
        boolean pdf = plugins.contains(PDF_PLUGIN) && settings.isOn("ticketoutput_pdf__enabled");
        return new EventTerms.Tickets(
                text("ticket_secret_generator"),
                number("ticket_secret_length"),
                pdf ? Set.of("pdf") : Set.of(),
                !settings.isSwitchedOff("ticket_download"),
                blankToNull("ticket_download_date"),
                settings.isOn("ticket_download_pending"),
                settings.isOn("ticket_download_nonadm"),
                settings.isOn("ticket_download_addons"));
    }

    private EventTerms.Invoices invoices() {
        return new EventTerms.Invoices(
                InvoiceGeneration.ofCode(text("invoice_generate")),
                new LinkedHashSet<>(settings.texts("invoice_generate_sales_channels")),
                text("invoice_numbers_prefix"),
                text("invoice_numbers_prefix_cancellations"),
                number("invoice_numbers_counter_length"),
                settings.isOn("invoice_numbers_consecutive"),
                settings.isOn("invoice_include_expire_date"),
                settings.isOn("invoice_include_free"),
                settings.isOn("invoice_attendee_name"),
                settings.isOn("invoice_regenerate_allowed"),
                text("invoice_eu_currencies"),
                new EventTerms.Sender(
                        text("invoice_address_from_name"),
                        text("invoice_address_from"),
                        text("invoice_address_from_zipcode"),
                        text("invoice_address_from_city"),
                        text("invoice_address_from_country"),
                        text("invoice_address_from_tax_id"),
                        text("invoice_address_from_vat_id")),
                localized("invoice_introductory_text"),
                localized("invoice_additional_text"),
                localized("invoice_footer_text"));
    }

    private EventTerms.Mails mails() {
        return new EventTerms.Mails(
                Set.copyOf(settings.texts(MailSettings.CHANNELS)),
                Arrays.stream(OrderMail.values())
                        .filter(mail -> mail.attendeeCode() != null && settings.isOn(MailSettings.sendOf(mail)))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private String text(String name) {
        return Objects.requireNonNullElse(settings.text(name), "");
    }

    private @Nullable String blankToNull(String name) {
        String text = text(name);
        return text.isBlank() ? null : text;
    }

    private int number(String name) {
        return Objects.requireNonNull(settings.number(name), name);
    }

    private Text localized(String name) {
        return OfferTexts.localized(settings.value(name));
    }
}
