package org.gatebook.catalogue.tax;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_EVENT_SETTINGS;

import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizers/{organizer}/events/{event}/taxrules/")
@ApiResource(
        scope = Scope.EVENT,
        read = {},
        write = CAN_CHANGE_EVENT_SETTINGS)
record TaxRuleEndpoint(Crud crud, TaxRules rules) implements CrudEndpoint.Full {

    @Override
    public Resource resource() {
        return rules.resource();
    }
}
