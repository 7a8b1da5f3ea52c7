package org.gatebook.catalogue.event;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_EVENT_SETTINGS;

import org.gatebook.catalogue.event.setting.EventSettings;
import org.gatebook.catalogue.offer.EventSnapshots;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.setting.SettingDocuments;
import org.gatebook.catalogue.setting.SettingValues;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What holds for an event: its own settings over those of its organizer over the defaults. */
@RestController
@RequestMapping("/api/v1/organizers/{organizer}/events/{event}/settings/")
@ApiResource(
        scope = Scope.EVENT,
        read = {},
        write = CAN_CHANGE_EVENT_SETTINGS)
record EventSettingsEndpoint(EventSettings own, EventSnapshots events) {

    /** Devices may read what their apps need; people need the permission that lets them write. */
    @GetMapping
    public Answer read(ApiRequest request) {
        if (request.credential() instanceof Credential.Device) {
            return Answer.ok(SettingDocuments.shownToDevices(present(request)));
        }
        return request.permissions().contains(CAN_CHANGE_EVENT_SETTINGS)
                ? shown(request)
                : Answer.detail(403, "You do not have permission to perform this action.");
    }

    /** Sets what is sent; null takes a setting back to what the event inherits. */
    @Reads(value = SettingDocuments.class, constant = "EVENT_FORM")
    @PatchMapping
    public Answer change(ApiRequest request) {
        own.change(Owner.of(request.organizer(), request.event()), request.body());
        return shown(request);
    }

    private Answer shown(ApiRequest request) {
        SettingValues values = present(request);
        return Answer.ok(
                request.query().isTrue("explain")
                        ? SettingDocuments.explained(values)
                        : SettingDocuments.shown(values));
    }

    private SettingValues present(ApiRequest request) {
        return events.settings(request.organizer(), request.event());
    }
}
