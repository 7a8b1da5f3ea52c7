package org.gatebook.catalogue.setting;

import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.list;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.world.WorldTypes.localized;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.api.order.OrderMail;
import org.gatebook.catalogue.setting.Setting.Level;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * What people are told about their orders: the names are the reference's, one of each kind for every
 * {@link OrderMail}. Without a text of its own an event uses that of its organizer, and then our own words.
 */
public final class MailSettings {

    /** Sales channels whose customers are written to without being asked for. */
    public static final String CHANNELS = "mail_sales_channel_placed_paid";

    /** Begins every subject, in brackets. */
    public static final String PREFIX = "mail_prefix";

    /** Ends every text. */
    public static final String SIGNATURE = "mail_text_signature";

    /** The name under which the server's address writes. */
    public static final String SENDER_NAME = "mail_from_name";

    static final List<Setting> ALL = all();

    private MailSettings() {}

    /** Whether attendees are told, too; for those that attendees can be told. */
    public static String sendOf(OrderMail mail) {
        return "mail_send_" + mail.attendeeCode();
    }

    /** @param code of a mail, or of the same for attendees */
    public static String subjectOf(String code) {
        return "mail_subject_" + code;
    }

    /** @param code of a mail, or of the same for attendees */
    public static String textOf(String code) {
        return "mail_text_" + code;
    }

    private static List<Setting> all() {
        List<Setting> all = new ArrayList<>();
        all.add(setting(PREFIX, text().orBlank(), null));
        all.add(setting(SENDER_NAME, text().orBlank(), null));
        all.add(setting(SIGNATURE, localized(), null));
        all.add(setting(CHANNELS, list(text()), List.of("web")));
        for (OrderMail mail : OrderMail.values()) {
            addTexts(all, mail.code());
            String attendees = mail.attendeeCode();
            if (attendees != null) {
                all.add(setting(sendOf(mail), flag(), false));
                addTexts(all, attendees);
            }
        }
        return List.copyOf(all);
    }

    private static void addTexts(List<Setting> all, String code) {
        all.add(setting(subjectOf(code), localized(), null));
        all.add(setting(textOf(code), localized(), null));
    }

    private static Setting setting(String name, Type<?> type, @Nullable Object otherwise) {
        return new Setting(Field.optional(name, type).nullable(), otherwise, Level.EVENT);
    }
}
