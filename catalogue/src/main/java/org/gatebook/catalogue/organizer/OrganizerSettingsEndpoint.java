package org.gatebook.catalogue.organizer;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORGANIZER_SETTINGS;

import java.util.Map;
import org.gatebook.catalogue.directory.OrganizerSnapshots;
import org.gatebook.catalogue.setting.SettingDocuments;
import org.gatebook.catalogue.setting.SettingValues;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What holds for an organizer and, unless they say otherwise, for its events. */
@RestController
@RequestMapping("/api/v1/organizers/{organizer}/settings/")
@ApiResource(scope = Scope.ORGANIZER, read = CAN_CHANGE_ORGANIZER_SETTINGS, write = CAN_CHANGE_ORGANIZER_SETTINGS)
record OrganizerSettingsEndpoint(OrganizerSettingsWriter writer, OrganizerSnapshots organizers) {

    @GetMapping
    public Answer read(ApiRequest request) {
        return Answer.ok(shown(request));
    }

    /** Sets what is sent; null takes a setting back to its default. */
    @Reads(value = SettingDocuments.class, constant = "ORGANIZER_FORM")
    @PatchMapping
    public Answer change(ApiRequest request) {
        writer.change(request.organizer(), request.body());
        return Answer.ok(shown(request));
    }

    private Map<String, @Nullable Object> shown(ApiRequest request) {
        SettingValues values = organizers.of(request.organizer()).settings();
        return request.query().isTrue("explain") ? SettingDocuments.explained(values) : SettingDocuments.shown(values);
    }
}
