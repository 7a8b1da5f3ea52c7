package org.gatebook.catalogue.setting;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.gatebook.catalogue.crud.Stored;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.catalogue.resource.Sensitivity;
import org.gatebook.catalogue.setting.Setting.Level;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.request.RequestBody;
import org.jspecify.annotations.Nullable;

/** Settings as documents: one for each organizer and each event, with its number; it holds only what was set. */
public final class SettingDocuments {

    /** What an organizer has set. */
    public static final ResourceType OF_ORGANIZER = ResourceType.declare("organizer_settings", KeptBy.ORGANIZER)
            .all(plain(EnumSet.allOf(Level.class)))
            .build();

    /** What may be sent for an organizer. */
    public static final Form ORGANIZER_FORM = Form.of(Settings.fields(EnumSet.allOf(Level.class)));

    /** What an event has set. */
    public static final ResourceType OF_EVENT = ResourceType.declare("event_settings", KeptBy.EVENT)
            .all(plain(EnumSet.of(Level.EVENT)))
            .build();

    /** What may be sent for an event. */
    public static final Form EVENT_FORM = Form.of(Settings.fields(EnumSet.of(Level.EVENT)));

    private static final List<String> FOR_DEVICES = List.of(
            "locales",
            "locale",
            "max_items_per_order",
            "ticket_download",
            "ticket_download_addons",
            "ticket_download_nonadm",
            "ticket_download_pending",
            "invoice_address_from_name",
            "invoice_address_from",
            "invoice_address_from_zipcode",
            "invoice_address_from_city",
            "invoice_address_from_country",
            "invoice_address_from_tax_id",
            "invoice_address_from_vat_id",
            "name_scheme",
            "reusable_media_type_barcode",
            "reusable_media_type_nfc_uid",
            "reusable_media_type_nfc_mf0aes");

    private SettingDocuments() {}

    /** What a body sets, as it is stored. Unknown names are ignored. */
    public static Map<String, @Nullable Object> sent(Form form, RequestBody body) {
        Parsed sent = form.change(body, Lookups.none());
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        Settings.all().values().stream()
                .filter(setting -> sent.has(setting.field()))
                .forEach(setting -> changes.put(setting.name(), Stored.of(sent.find(setting.field()))));
        return changes;
    }

    /** All settings as they hold. */
    public static Map<String, @Nullable Object> shown(SettingValues values) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        Settings.all().keySet().forEach(name -> shown.put(name, values.value(name)));
        return shown;
    }

    /** Those that apps at doors and tills work with; the others are none of their business. */
    public static Map<String, @Nullable Object> shownToDevices(SettingValues values) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        FOR_DEVICES.forEach(name -> shown.put(name, values.value(name)));
        return shown;
    }

    /** The same, each with what a form for people would say about it. */
    public static Map<String, @Nullable Object> explained(SettingValues values) {
        Map<String, @Nullable Object> explained = new LinkedHashMap<>();
        shown(values).forEach((name, value) -> explained.put(name, explained(name, value)));
        return explained;
    }

    private static Map<String, @Nullable Object> explained(String name, @Nullable Object value) {
        Map<String, @Nullable Object> setting = new LinkedHashMap<>();
        setting.put("value", value);
        setting.put("label", Settings.label(name));
        setting.put("readonly", false);
        setting.put("help_text", null);
        return setting;
    }

    private static SequencedMap<String, Sensitivity> plain(Set<Level> levels) {
        SequencedMap<String, Sensitivity> fields = new LinkedHashMap<>();
        Settings.all().values().stream()
                .filter(setting -> levels.contains(setting.level()))
                .forEach(setting -> fields.put(setting.name(), Sensitivity.PLAIN));
        return fields;
    }
}
