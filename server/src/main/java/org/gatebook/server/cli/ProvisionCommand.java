package org.gatebook.server.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.eventstore.view.ReadSchemas;
import org.gatebook.server.Application;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Applies a provisioning file, also beside a running server, which sees it with its next request. */
@Command(
        name = "provision",
        description = "Create the organizers, settings, teams and tokens of a file, or bring them up to date.")
final class ProvisionCommand implements Callable<Integer> {

    private final GivenSettings settings;

    @Parameters(paramLabel = "FILE", description = "The provisioning file, in JSON.")
    private Path file;

    ProvisionCommand(GivenSettings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        try (Application application = Application.openForCommand(settings.readForCommand())) {
            application.part(ReadSchemas.class).ensure();
            application.part(Provisioning.class).apply(file);
        }
        return 0;
    }
}
