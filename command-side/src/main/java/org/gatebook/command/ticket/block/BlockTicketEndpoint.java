package org.gatebook.command.ticket.block;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;
import static org.gatebook.web.form.kind.Types.text;

import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.gatebook.api.ticket.TicketCommand;
import org.gatebook.api.ticket.TicketCommand.BlockTicket;
import org.gatebook.api.ticket.TicketCommand.UnblockTicket;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.command.ticket.resource.TicketResource;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Blocks tickets and takes it back (behaviour notes, orders 15.7); a bad name is told before the position is looked up. */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class BlockTicketEndpoint {

    private static final String POSITION = "/api/v1/organizers/{organizer}/events/{event}/orderpositions/{position}/";

    /** Names of other origin belong to plugins, which take back what they have blocked. */
    private static final Pattern ALLOWED = Pattern.compile("admin|api:[a-zA-Z0-9._]+");

    private static final Field<String> NAME =
            Field.required("name", text().must(name -> ALLOWED.matcher(name).matches(), "Enter a valid value."));
    private static final Form FORM = Form.of(NAME);

    private final TicketResource tickets;
    private final CommandSender commands;

    BlockTicketEndpoint(TicketResource tickets, CommandSender commands) {
        this.tickets = tickets;
        this.commands = commands;
    }

    @Reads(BlockTicketEndpoint.class)
    @PostMapping(POSITION + "add_block/")
    Answer block(ApiRequest request, @PathVariable("position") long position) {
        return change(request, position, BlockTicket::new);
    }

    @Reads(BlockTicketEndpoint.class)
    @PostMapping(POSITION + "remove_block/")
    Answer unblock(ApiRequest request, @PathVariable("position") long position) {
        return change(request, position, UnblockTicket::new);
    }

    private Answer change(
            ApiRequest request, long position, BiFunction<TicketId, String, TicketCommand<TicketId>> command) {
        String name = FORM.create(request.body(), Lookups.none()).get(NAME);
        TicketId ticket = tickets.require(request, position).id();
        return tickets.changed(request, commands.send(command.apply(ticket, name)));
    }
}
