package org.gatebook.catalogue.team;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_TEAMS;

import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizers/{organizer}/teams/")
@ApiResource(scope = Scope.ORGANIZER, read = CAN_CHANGE_TEAMS, write = CAN_CHANGE_TEAMS)
record TeamEndpoint(Crud crud, Teams teams) implements CrudEndpoint.Full {

    @Override
    public Resource resource() {
        return teams.resource();
    }
}
