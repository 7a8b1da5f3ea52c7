package org.gatebook.server.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.erasure.ErasureQuery.FindErasableOrder;
import org.gatebook.api.erasure.ErasureQuery.FindErasablePosition;
import org.gatebook.api.erasure.ErasureQuery.ShowErasure;
import org.gatebook.api.erasure.ErasureReason;
import org.gatebook.catalogue.customer.CustomerErasure;
import org.gatebook.command.erasure.ErasePeople;
import org.gatebook.command.erasure.ErasureWish;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.Entered;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.view.ReadSchemas;
import org.gatebook.server.Application;
import org.gatebook.web.answer.ApiJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Erases somebody, as the API does; for whoever has the server and no token. */
@Command(
        name = "erase",
        description = "Erase a buyer, an attendee or a customer for ever, and print the certificate. Servers may run.")
final class EraseCommand implements Callable<Integer> {

    private final GivenSettings settings;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ORGANIZER", description = "The organizer's name in addresses.")
    private String organizer;

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    @Option(names = "--event", paramLabel = "SLUG", description = "The event of the order or position.")
    private @Nullable String event;

    @Option(
            names = "--reason",
            paramLabel = "WORD",
            description = "request (the default), no_longer_needed, consent_withdrawn or unlawful.")
    private String reason = ErasureReason.REQUEST.code();

    @Option(names = "--reference", paramLabel = "NUMBER", description = "File number of the request; names nobody.")
    private @Nullable String reference;

    @Option(names = "--force", description = "Even if the order is still alive.")
    private boolean force;

    /** Who. */
    static final class Subject {
        @Option(names = "--order", paramLabel = "CODE", description = "A buyer and all who come with the order.")
        private @Nullable String order;

        @Option(names = "--position", paramLabel = "ID", description = "Who comes with one position.")
        private @Nullable Long position;

        @Option(names = "--customer", paramLabel = "IDENTIFIER", description = "A customer's account.")
        private @Nullable String customer;
    }

    EraseCommand(GivenSettings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        OrganizerSlug slug = new OrganizerSlug(organizer);
        EventSlug within = event == null ? null : new EventSlug(event);
        String run = UUID.randomUUID().toString();
        AuditContext audit = AuditContext.system("operator", "cli", run, slug).within(slug, within);
        PrintWriter out = spec.commandLine().getOut();
        try (Application application = Application.openForCommand(settings.readForCommand())) {
            application.part(ReadSchemas.class).ensure();
            return application.part(TransactionalUnit.class).write(new Opening(slug, within, null), audit, entered -> {
                Decision<Long> decision = erase(application, slug, within, entered);
                return switch (decision) {
                    case Decision.Accepted<Long> accepted ->
                        Ending.done(() -> print(out, application, slug, accepted.result()));
                    case Decision.Refused<Long> refused -> {
                        out.println(refused.refusal().text());
                        yield Ending.refused(1);
                    }
                };
            });
        } finally {
            out.flush();
        }
    }

    private Decision<Long> erase(
            Application application, OrganizerSlug slug, @Nullable EventSlug within, Entered entered) {
        ErasureReason why = ErasureReason.ofCode(reason);
        if (subject.customer != null) {
            CustomerErasure customers = application.part(CustomerErasure.class);
            return customers
                    .find(slug, subject.customer)
                    .map(found -> customers.erase(
                            slug, found, new CustomerErasure.Why(entered.clientId(), why, reference, entered.now())))
                    .orElseGet(EraseCommand::unknown);
        }
        if (within == null) {
            return new Decision.Refused<>(
                    new Refusal(Refusal.Kind.INVALID, "erasure.no_event", "Name the event: --event SLUG.", null),
                    false);
        }
        ErasePeople people = application.part(ErasePeople.class);
        Questions questions = application.part(Questions.class);
        ErasureWish wish = new ErasureWish(entered.clientId(), slug, why, reference, force, entered.now());
        Optional<Decision<Long>> decision = subject.order != null
                ? questions
                        .ask(new FindErasableOrder(slug, within, subject.order))
                        .map(order -> people.order(wish, within, order))
                : Optional.ofNullable(subject.position)
                        .flatMap(position -> questions.ask(new FindErasablePosition(slug, within, position)))
                        .map(position -> people.position(wish, within, position));
        return decision.orElseGet(EraseCommand::unknown);
    }

    private static Decision<Long> unknown() {
        return new Decision.Refused<>(Refusal.notFound(), false);
    }

    private static int print(PrintWriter out, Application application, OrganizerSlug slug, long erasure) {
        Object shown = application
                .part(Questions.class)
                .ask(new ShowErasure(slug, erasure))
                .orElseThrow();
        Object certificate = shown instanceof Map<?, ?> fields ? fields.get("certificate") : null;
        if (certificate == null) {
            out.println(ApiJson.mapper().writeValueAsString(shown));
        } else {
            // To the byte: with an empty line below its signature a signed text is none.
            out.print(certificate);
        }
        return 0;
    }
}
