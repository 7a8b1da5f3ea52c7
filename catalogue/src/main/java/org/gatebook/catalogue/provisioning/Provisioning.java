package org.gatebook.catalogue.provisioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.springframework.stereotype.Component;

/**
 * Applies a provisioning file: organizers, settings, teams, tokens, acceptances (decisions, own endpoints). Nothing is
 * ever taken away; what is there already and equal is left alone, so applying a file twice writes nothing. All of it is
 * one unit of work: a file with a mistake changes nothing.
 */
@Component
public final class Provisioning {

    private static final String ACTOR = "provision";
    private static final String CHANNEL = "cli";

    private final TransactionalUnit unit;
    private final ProvisioningWriter writer;

    Provisioning(TransactionalUnit unit, ProvisioningWriter writer) {
        this.unit = unit;
        this.writer = writer;
    }

    /**
     * Applies the file.
     *
     * @throws ProvisioningException if the file says something that cannot be, with the paths of what is wrong
     * @throws UncheckedIOException if it cannot be read
     */
    public void apply(Path path) {
        try {
            apply(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** Applies the text of a file. @throws ProvisioningException as above */
    public void apply(String text) {
        ProvisioningFile file = ProvisioningReader.read(text);
        AuditContext audit = AuditContext.system(ACTOR, CHANNEL, ACTOR + "-" + UUID.randomUUID(), null);
        List<String> problems = unit.write(Opening.plain(), audit, entered -> {
            List<String> found = writer.write(file, entered.now());
            return found.isEmpty() ? Ending.done(() -> found) : Ending.refused(found);
        });
        if (!problems.isEmpty()) {
            throw new ProvisioningException(problems);
        }
    }
}
