package org.gatebook.query.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.catalogue.offer.EventSnapshots;
import org.gatebook.catalogue.offer.OfferTexts;
import org.gatebook.catalogue.setting.MailSettings;
import org.gatebook.catalogue.setting.SettingValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes mails of the outbox into what people read, in the order's language: the event's own words, or its organizer's, or
 * ours. Works within a unit that has read the event's version.
 */
@Component
class MailComposer {

    private static final int LONGEST_LINE = 250;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final Pattern GAPS = Pattern.compile("\\n{3,}");

    private final MailedOrders orders;
    private final EventOffers offers;
    private final EventSnapshots events;

    MailComposer(MailedOrders orders, EventOffers offers, EventSnapshots events) {
        this.orders = orders;
        this.offers = offers;
        this.events = events;
    }

    /** What these mails of one event say, in their order; null where nobody knows any more to whom. */
    List<@Nullable ComposedMail> compose(List<OutboxMail> mails) {
        List<@Nullable ComposedMail> composed = new ArrayList<>();
        Map<Long, MailedOrder> all = orders.of(mails);
        for (OutboxMail mail : mails) {
            composed.add(compose(mail, Objects.requireNonNull(all.get(mail.id()))));
        }
        return composed;
    }

    private @Nullable ComposedMail compose(OutboxMail mail, MailedOrder then) {
        EventOffer offer = offers.find(mail.organizer(), mail.event()).orElse(null);
        if (offer == null || then.address().isEmpty()) {
            return null;
        }
        SettingValues settings = events.settings(mail.organizer(), mail.event());
        String language = then.order().details().locale();
        Map<String, String> values = MailValues.of(then, offer);
        String code = mail.code();
        String subject = own(settings, MailSettings.subjectOf(code), language, MailWords.subject(code, language));
        String text = own(settings, MailSettings.textOf(code), language, MailWords.text(code, language));
        String signature =
                OfferTexts.localized(settings.value(MailSettings.SIGNATURE)).in(language);
        String name = words(settings.text(MailSettings.SENDER_NAME));
        String contact = words(settings.text("contact_mail"));
        return new ComposedMail(
                then.request() + "." + (mail.line() == null ? 0 : mail.line()),
                then.address(),
                line(name.isEmpty() ? offer.name().in(language) : name),
                contact.isEmpty() ? null : line(contact),
                language,
                line(marks(settings, then) + Placeholders.fill(subject, values)),
                paragraphs(Placeholders.fill(text, values), Placeholders.fill(signature, values)));
    }

    private static String own(SettingValues settings, String setting, String language, String otherwise) {
        String own = OfferTexts.localized(settings.value(setting)).in(language);
        return own.isBlank() ? otherwise : own;
    }

    private static String words(@Nullable String setting) {
        return setting == null ? "" : setting.strip();
    }

    private static String marks(SettingValues settings, MailedOrder then) {
        String prefix = words(settings.text(MailSettings.PREFIX));
        return (then.order().origin().testmode() ? "[TESTMODE] " : "") + (prefix.isEmpty() ? "" : "[" + prefix + "] ");
    }

    /** One line, so that nobody can begin a field of the head with it. */
    static String line(String text) {
        String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        if (line.length() <= LONGEST_LINE) {
            return line;
        }
        boolean withinPair = Character.isHighSurrogate(line.charAt(LONGEST_LINE - 1));
        return line.substring(0, withinPair ? LONGEST_LINE - 1 : LONGEST_LINE);
    }

    /** Where a placeholder stood for nothing no gap is left. */
    private static String paragraphs(String text, String signature) {
        String whole = text.strip() + (signature.isBlank() ? "" : "\n\n" + signature.strip());
        return GAPS.matcher(whole.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("\n\n") + "\n";
    }
}
