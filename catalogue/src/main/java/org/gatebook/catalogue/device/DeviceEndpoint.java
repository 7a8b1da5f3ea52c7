package org.gatebook.catalogue.device;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORGANIZER_SETTINGS;

import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The administration of devices; none can be deleted (recording devices/crud). */
@RestController
@RequestMapping("/api/v1/organizers/{organizer}/devices/")
@ApiResource(scope = Scope.ORGANIZER, read = CAN_CHANGE_ORGANIZER_SETTINGS, write = CAN_CHANGE_ORGANIZER_SETTINGS)
record DeviceEndpoint(Crud crud, DeviceResource devices)
        implements CrudEndpoint.Listed, CrudEndpoint.Read, CrudEndpoint.Created, CrudEndpoint.Changed {

    @Override
    public Resource resource() {
        return devices.resource();
    }
}
