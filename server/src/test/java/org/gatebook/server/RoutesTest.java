package org.gatebook.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatebook.server.settings.ServerSettings;
import org.gatebook.web.rules.DeclaredRoutes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;

class RoutesTest {

    @TempDir
    private Path folder;

    @Test
    void every_route_declares_its_permission() {
        ServerSettings settings =
                ServerSettings.read(Map.of(), Map.of("GATEBOOK_PORT", "0", "GATEBOOK_DATA", folder.toString()));
        try (Application application = Application.openForRequests(settings, LogLevel.WARN)) {
            List<String> routes = DeclaredRoutes.of(application.context());
            assertThat(routes)
                    .contains(
                            "/api/v1/organizers/{organizer}/giftcards/ GET ORGANIZER [CAN_MANAGE_GIFT_CARDS] [CAN_MANAGE_GIFT_CARDS]")
                    .anyMatch(route -> route.startsWith("/api/v1/device/info GET DEVICE"))
                    .hasSizeGreaterThan(20);
        }
    }
}
