package org.gatebook.catalogue.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatebook.api.catalogue.ResourceChanged;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.jspecify.annotations.Nullable;

/** The event that a change leaves: what the resource is afterwards, without a single secret. */
final class AfterImage {

    private AfterImage() {}

    /** @param before null when the resource is new */
    static ResourceChanged of(@Nullable Document before, Document after) {
        SubjectId subject = SubjectId.of(after.type().kind(), after.id());
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        Map<String, Personal<Object>> personal = new LinkedHashMap<>();
        List<String> set = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        after.type().fields().forEach((name, sensitivity) -> {
            Object value = after.get(name);
            switch (sensitivity) {
                case PLAIN -> plain.put(name, value);
                case PERSONAL -> {
                    if (value != null) {
                        personal.put(name, Personal.of(subject, value));
                    }
                }
                case SECRET -> {
                    if (value != null) {
                        set.add(name);
                    }
                    if (!Objects.equals(value, before == null ? null : before.get(name))) {
                        changed.add(name);
                    }
                }
            }
        });
        return new ResourceChanged(
                after.type().kind(),
                after.id(),
                after.owner().event() == null ? null : after.owner().event().value(),
                after.owner().parent(),
                after.key(),
                plain,
                personal,
                set,
                changed);
    }
}
