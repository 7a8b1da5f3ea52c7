package org.gatebook.catalogue.device;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.catalogue.ServedVersion;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a device asks and says about itself; none of these addresses ends in a slash. */
@RestController
@ApiResource(
        scope = Scope.DEVICE,
        read = {},
        write = {})
record DeviceSessionEndpoint(DeviceSession session, ServedVersion version) {

    @Reads(value = SoftwareForm.class, constant = "UPDATE")
    @PostMapping("/api/v1/device/update")
    Answer update(ApiRequest request) {
        return Answer.ok(session.update(request));
    }

    @Reads(Reads.Nothing.class)
    @PostMapping("/api/v1/device/roll")
    Answer roll(ApiRequest request) {
        return Answer.ok(session.roll(request));
    }

    @Reads(Reads.Nothing.class)
    @PostMapping("/api/v1/device/revoke")
    Answer revoke(ApiRequest request) {
        return Answer.ok(session.revoke(request));
    }

    @GetMapping("/api/v1/device/info")
    Answer info(ApiRequest request) {
        Map<String, @Nullable Object> info = new LinkedHashMap<>();
        info.put("device", session.about(request));
        info.put("server", Map.of("version", version.asTheReference()));
        info.put("medium_key_sets", List.of());
        return Answer.ok(info);
    }
}
