package org.gatebook.catalogue.printing;

import java.util.List;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Lists;
import org.gatebook.web.page.Page;
import org.gatebook.web.page.PageAsked;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Layouts by which apps print badges and tickets, and the products that use them. There are none to be had, but apps ask
 * for them in each synchronization, and give all of it up where the address is unknown (device client notes 0.7).
 */
@RestController
@ApiResource(
        scope = Scope.EVENT,
        read = {},
        write = {})
class PrintLayoutEndpoint {

    private static final String EVENT = "/api/v1/organizers/{organizer}/events/{event}/";

    @Lists(Lists.Unfiltered.class)
    @GetMapping({EVENT + "badgelayouts/", EVENT + "badgeitems/", EVENT + "ticketlayouts/", EVENT + "ticketlayoutitems/"
    })
    Answer list(ApiRequest request) {
        return Answer.ok(Page.of(List.of(), PageAsked.of(request.query())).toJson(request.pageLinks()));
    }
}
