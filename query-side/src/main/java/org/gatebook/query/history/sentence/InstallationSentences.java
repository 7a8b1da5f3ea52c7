package org.gatebook.query.history.sentence;

import java.util.Locale;
import org.gatebook.api.installation.InstallationEvent;
import org.gatebook.api.installation.InstallationRestored;

/** What happens to the installation as a whole. */
final class InstallationSentences {

    private InstallationSentences() {}

    static String of(InstallationEvent event) {
        return switch (event) {
            case InstallationRestored restored ->
                String.format(
                        Locale.ROOT,
                        "The installation was restored by %s from a backup of %s, which holds %d events;"
                                + " what came after them is lost, and positions %d to %d are left out",
                        restored.by(),
                        restored.from().takenAt(),
                        restored.from().events(),
                        restored.positions().first(),
                        restored.positions().last());
        };
    }
}
