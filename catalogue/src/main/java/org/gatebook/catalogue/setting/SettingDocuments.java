package org.gatebook.catalogue.setting;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.catalogue.resource.Sensitivity;
import org.gatebook.catalogue.setting.Setting.Level;
import org.gatebook.web.form.Form;
import org.jspecify.annotations.Nullable;

/** Settings as documents: one for each organizer, with the organizer's number; it holds only what was set. */
public final class SettingDocuments {

    /** What an organizer has set. */
    public static final ResourceType OF_ORGANIZER = ResourceType.declare("organizer_settings", KeptBy.ORGANIZER)
            .all(plain(EnumSet.allOf(Level.class)))
            .build();

    /** What may be sent for an organizer. */
    public static final Form ORGANIZER_FORM = Form.of(Settings.fields(EnumSet.allOf(Level.class)));

    private SettingDocuments() {}

    /** All settings that an organizer may set, as they hold for it. */
    public static Map<String, @Nullable Object> shown(SettingValues values) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        Settings.all().keySet().forEach(name -> shown.put(name, values.value(name)));
        return shown;
    }

    private static SequencedMap<String, Sensitivity> plain(Set<Level> levels) {
        SequencedMap<String, Sensitivity> fields = new LinkedHashMap<>();
        Settings.all().values().stream()
                .filter(setting -> levels.contains(setting.level()))
                .forEach(setting -> fields.put(setting.name(), Sensitivity.PLAIN));
        return fields;
    }
}
