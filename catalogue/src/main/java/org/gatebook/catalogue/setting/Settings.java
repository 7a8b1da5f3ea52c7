package org.gatebook.catalogue.setting;

import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.choices;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.integer;
import static org.gatebook.web.form.kind.Types.list;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.world.WorldTypes.countryOrBlank;
import static org.gatebook.web.form.world.WorldTypes.currency;
import static org.gatebook.web.form.world.WorldTypes.localized;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.gatebook.catalogue.person.NameScheme;
import org.gatebook.catalogue.setting.Setting.Level;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Every setting that exists, with its default (supporting resources, and the reference's defaults where no document
 * says any). What is not here cannot be set.
 */
public final class Settings {

    private static final Pattern DAY_OR_RELATIVE =
            Pattern.compile("^(\\d{4}-\\d{2}-\\d{2}|RELDATE/\\d+/(?:\\d{1,2}:\\d{2}:\\d{2}|-)/[a-z_]+/?)$");

    /** Languages that texts and people can have. */
    public static final List<String> LANGUAGES = List.of(
            "en",
            "de",
            "de-informal",
            "ar",
            "ca",
            "cs",
            "da",
            "el",
            "es",
            "eu",
            "fi",
            "fr",
            "gl",
            "hr",
            "hu",
            "id",
            "it",
            "ja",
            "lv",
            "nb-no",
            "nl",
            "nl-informal",
            "pl",
            "pt-br",
            "pt-pt",
            "ro",
            "ru",
            "sk",
            "sl",
            "sv",
            "tr",
            "uk",
            "zh-hans",
            "zh-hant");

    private static final SequencedMap<String, Setting> ALL = new LinkedHashMap<>();

    static {
        language();
        payment();
        tickets();
        invoices();
        giftCards();
        media();
        MailSettings.ALL.forEach(setting -> ALL.put(setting.name(), setting));
    }

    private Settings() {}

    /** All settings by name, in the order of the API. */
    public static SequencedMap<String, Setting> all() {
        return Collections.unmodifiableSequencedMap(ALL);
    }

    /** Its name as a person would say it. */
    public static String label(String name) {
        String words = name.replace("__", " ").replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static void language() {
        event("timezone", choice(ZoneId.getAvailableZoneIds()), "UTC");
        event("locale", choice(LANGUAGES), "en");
        event("locales", choices(LANGUAGES).as(List::copyOf), List.of("en"));
        event("region", countryOrBlank(), null);
        event("name_scheme", choice(NameScheme.class, NameScheme::word).as(NameScheme::word), "full");
        event("contact_mail", text().orBlank(), null);
        event("imprint_url", text().orBlank(), null);
        organizer("customer_accounts", flag(), false);
    }

    private static void payment() {
        event("payment_banktransfer__enabled", flag(), false);
        event("payment_manual__enabled", flag(), false);
        event("payment_giftcard__enabled", flag(), true);
        event("payment_term_mode", choice("days", "minutes"), "days");
        event("payment_term_days", number(0, 1_000_000), 14);
        event("payment_term_minutes", number(0, 1440), 30);
        event("payment_term_weekdays", flag(), true);
        event("payment_term_last", dayOrRelative(), null);
        event("payment_term_expire_automatically", flag(), true);
        event("payment_term_expire_delay_days", number(0, 1_000_000), 0);
        event("payment_term_accept_late", flag(), true);
        event("waiting_list_enabled", flag(), false);
        event("waiting_list_auto", flag(), true);
        event("waiting_list_hours", number(1, 1_000_000), 48);
        event("max_items_per_order", number(1, 500), 10);
        event("reservation_time", number(0, 60 * 24 * 7), 30);
        event("tax_rate_default", integer(), null);
        event("seating_allow_blocked_seats_for_channel", list(text()), List.of());
    }

    private static void tickets() {
        event("ticketoutput_pdf__enabled", flag(), false);
        event("ticket_download", flag(), false);
        event("ticket_download_date", text(), null);
        event("ticket_download_addons", flag(), false);
        event("ticket_download_nonadm", flag(), true);
        event("ticket_download_pending", flag(), false);
        event("ticket_secret_length", number(8, 64), 32);
        event("ticket_secret_generator", choice("random", "pretix_sig1"), "random");
    }

    private static void invoices() {
        event("invoice_generate", choice("False", "admin", "user", "True", "paid"), "False");
        event("invoice_generate_sales_channels", list(text()), List.of("web"));
        event("invoice_numbers_prefix", text().orBlank().upTo(155), "");
        event("invoice_numbers_prefix_cancellations", text().orBlank().upTo(155), "");
        event("invoice_numbers_counter_length", number(1, 15), 5);
        event("invoice_numbers_consecutive", flag(), true);
        event("invoice_include_expire_date", flag(), false);
        event("invoice_include_free", flag(), true);
        event("invoice_attendee_name", flag(), true);
        event("invoice_regenerate_allowed", flag(), false);
        event("invoice_eu_currencies", choice("False", "True", "CZK"), "True");
        event("invoice_address_from", text().orBlank(), null);
        event("invoice_address_from_name", text().orBlank(), null);
        event("invoice_address_from_zipcode", text().orBlank(), null);
        event("invoice_address_from_city", text().orBlank(), null);
        event("invoice_address_from_country", countryOrBlank(), null);
        event("invoice_address_from_tax_id", text().orBlank(), null);
        event("invoice_address_from_vat_id", text().orBlank(), null);
        event("invoice_introductory_text", localized(), null);
        event("invoice_additional_text", localized(), null);
        event("invoice_footer_text", localized(), null);
    }

    private static void giftCards() {
        organizer("giftcard_length", number(6, 64), 12);
        organizer("giftcard_expiry_years", number(0, 1000), null);
    }

    private static void media() {
        organizer("reusable_media_active", flag(), false);
        organizer("reusable_media_type_barcode", flag(), false);
        organizer("reusable_media_type_barcode_identifier_length", number(12, 64), 24);
        organizer("reusable_media_type_nfc_uid", flag(), false);
        organizer("reusable_media_type_nfc_uid_autocreate_giftcard", flag(), false);
        organizer("reusable_media_type_nfc_uid_autocreate_giftcard_currency", currency(), null);
        organizer("reusable_media_type_nfc_mf0aes", flag(), false);
        organizer("reusable_media_type_nfc_mf0aes_autocreate_giftcard", flag(), false);
        organizer("reusable_media_type_nfc_mf0aes_autocreate_giftcard_currency", currency(), null);
    }

    private static Type<Long> number(int least, int most) {
        return integer().atLeast(least).atMost(most);
    }

    private static Type<String> dayOrRelative() {
        return text().matching(DAY_OR_RELATIVE, "Invalid value.");
    }

    private static void organizer(String name, Type<?> type, @Nullable Object otherwise) {
        add(name, type, otherwise, Level.ORGANIZER);
    }

    private static void event(String name, Type<?> type, @Nullable Object otherwise) {
        add(name, type, otherwise, Level.EVENT);
    }

    private static void add(String name, Type<?> type, @Nullable Object otherwise, Level level) {
        ALL.put(name, new Setting(Field.optional(name, type).nullable(), otherwise, level));
    }

    /** The fields of a level, for its form. */
    static Field<?>[] fields(Collection<Level> levels) {
        return ALL.values().stream()
                .filter(setting -> levels.contains(setting.level()))
                .map(Setting::field)
                .toArray(Field<?>[]::new);
    }
}
