package org.gatebook.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatebook.benchmarks.workload.Api;

/** The organizer that benchmarks work in, and its token; both exist in throw-away data folders only. */
final class BenchmarkOrganizer {

    static final String TOKEN = "b".repeat(64);

    private static final String PROVISIONING = """
        {"organizers": [{
          "slug": "%s", "name": "Benchmarks",
          "settings": {"timezone": "UTC", "locale": "en", "payment_manual__enabled": true},
          "teams": [{
            "name": "full", "all_events": true, "limit_events": [],
            "permissions": [
              "can_create_events", "can_change_event_settings", "can_change_items", "can_view_orders", "can_change_orders",
              "can_checkin_orders", "can_manage_gift_cards", "can_manage_reusable_media", "can_change_organizer_settings"
            ],
            "tokens": [{"name": "full", "token": "%s"}]
          }]
        }]}
        """.formatted(Api.ORGANIZER, TOKEN);

    private BenchmarkOrganizer() {}

    /** Writes the provisioning file into the folder. */
    static Path write(Path folder) throws IOException {
        Path file = folder.resolve("provision.json");
        Files.writeString(file, PROVISIONING);
        return file;
    }
}
