package org.gatebook.catalogue.pretixdroid;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;

import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whoever reads a configuration can check tickets in with its key, so that reading takes the right to change orders. */
@RestController
@RequestMapping("/api/v1/organizers/{organizer}/events/{event}/pretixdroid/configurations/")
@ApiResource(scope = Scope.EVENT, read = CAN_CHANGE_ORDERS, write = CAN_CHANGE_ORDERS)
record PretixdroidConfigurationEndpoint(Crud crud, PretixdroidConfigurations configurations)
        implements CrudEndpoint.Listed, CrudEndpoint.Read, CrudEndpoint.Created, CrudEndpoint.Deleted {

    @Override
    public Resource resource() {
        return configurations.resource();
    }
}
