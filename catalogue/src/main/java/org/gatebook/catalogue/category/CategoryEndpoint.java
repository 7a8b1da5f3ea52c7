package org.gatebook.catalogue.category;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ITEMS;

import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizers/{organizer}/events/{event}/categories/")
@ApiResource(
        scope = Scope.EVENT,
        read = {},
        write = CAN_CHANGE_ITEMS)
record CategoryEndpoint(Crud crud, Categories categories) implements CrudEndpoint.Full {

    @Override
    public Resource resource() {
        return categories.resource();
    }
}
