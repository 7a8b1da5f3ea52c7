package org.gatebook.command.medium.resource;

import java.time.Instant;
import org.gatebook.api.catalogue.MediaSettings;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.medium.MediumChange.GiftCardLink;
import org.gatebook.api.medium.MediumCommand.CreateMedium;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumRefusals;
import org.gatebook.command.giftcard.automatic.AutomaticGiftCards;
import org.gatebook.command.medium.MediumIdentifiers;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.CommandSender;
import org.springframework.stereotype.Component;

/**
 * Brings media into being, with an empty gift card where the organizer has those made automatically (behaviour notes,
 * reusable media 2.5 and 2.7). Card and medium are created in one unit: neither is ever there without the other.
 */
@Component
public class NewMedia {

    private final MediumIdentifiers identifiers;
    private final AutomaticGiftCards cards;
    private final ClientIds ids;
    private final CommandSender commands;

    NewMedia(MediumIdentifiers identifiers, AutomaticGiftCards cards, ClientIds ids, CommandSender commands) {
        this.identifiers = identifiers;
        this.cards = cards;
        this.ids = ids;
        this.commands = commands;
    }

    /**
     * Creates the medium.
     *
     * @param settings of the medium's organizer, which say whether there is a new card; it takes the place of any that the
     *     command names
     */
    public Decision<MediumId> create(CreateMedium command, MediaSettings settings, Instant now) {
        String cardCurrency = settings.cardCurrencyOfNew(command.type(), command.origin());
        if (cardCurrency == null) {
            return commands.send(command);
        }
        String identifier = command.identifier().value().orElseThrow();
        if (identifiers.isTakenByOther(command.organizer(), command.type(), identifier, command.id())) {
            return new Decision.Refused<>(MediumRefusals.IDENTIFIER_TAKEN, false);
        }
        GiftCardId card = new GiftCardId(ids.next());
        cards.issueEmpty(card, command.organizer(), cardCurrency, now);
        return commands.send(new CreateMedium(
                command.id(),
                command.organizer(),
                command.type(),
                command.identifier(),
                command.details().with(new GiftCardLink(card)),
                command.origin()));
    }
}
