package org.gatebook.catalogue.question;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ITEMS;

import java.util.Map;
import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizers/{organizer}/events/{event}/questions/{question}/options/")
@ApiResource(
        scope = Scope.EVENT,
        read = {},
        write = CAN_CHANGE_ITEMS)
record OptionEndpoint(Crud crud, QuestionResource questions) implements CrudEndpoint.Full {

    @Override
    public Resource resource() {
        return questions.resource().part(Options.FIELD);
    }

    @Override
    public Owner owner(ApiRequest request, Map<String, String> path) {
        return Owner.partOf(crud.named(
                questions.resource(),
                Owner.of(request.organizer(), request.event()),
                path.getOrDefault("question", "")));
    }
}
