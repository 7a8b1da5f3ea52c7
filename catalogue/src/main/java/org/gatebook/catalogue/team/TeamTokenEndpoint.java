package org.gatebook.catalogue.team;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_TEAMS;

import java.util.Map;
import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tokens are not changed and never really deleted: DELETE switches one off for good and shows it. */
@RestController
@RequestMapping("/api/v1/organizers/{organizer}/teams/{team}/tokens/")
@ApiResource(scope = Scope.ORGANIZER, read = CAN_CHANGE_TEAMS, write = CAN_CHANGE_TEAMS)
record TeamTokenEndpoint(Crud crud, Teams teams, Catalogue catalogue)
        implements CrudEndpoint.Listed, CrudEndpoint.Read, CrudEndpoint.Created {

    @Override
    public Resource resource() {
        return TeamTokens.RESOURCE;
    }

    @Override
    public Owner owner(ApiRequest request, Map<String, String> path) {
        return Owner.partOf(crud.named(teams.resource(), Owner.of(request.organizer()), path.getOrDefault("team", "")));
    }

    @DeleteMapping("{address}/")
    public Answer switchOff(ApiRequest request, @PathVariable String address, @PathVariable Map<String, String> path) {
        Document token = crud.named(resource(), owner(request, path), address);
        return Answer.ok(resource().show(catalogue.change(token, Map.of("active", false)), request.links()));
    }
}
