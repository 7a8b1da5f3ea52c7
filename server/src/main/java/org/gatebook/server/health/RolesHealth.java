package org.gatebook.server.health;

import org.gatebook.server.database.Database;
import org.gatebook.server.database.RoleSeparation;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the application's role is kept from changing events (ADR 0014). Allowed or not, it is shown. */
@Component("roles")
final class RolesHealth implements HealthIndicator {

    private final RoleSeparation roles;
    private final Database database;

    RolesHealth(RoleSeparation roles, Database database) {
        this.roles = roles;
        this.database = database;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("application", database.application().user())
                .withDetail("owner", database.owner().user())
                .withDetail("eventsAreAppendOnly", roles.holds())
                .withDetail("embedded", database.embedded())
                .build();
    }
}
