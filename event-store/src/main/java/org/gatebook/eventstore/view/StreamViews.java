package org.gatebook.eventstore.view;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The views that one stream writes, as they are after its event of this sequence.
 *
 * @param sequence the last event in them
 * @param complete whether views that are not here do not exist, because all events of the stream went through this node
 * @param views never changed once it is shared
 */
record StreamViews(long sequence, boolean complete, Map<ViewKey, Object> views) {

    /**
     * Which view.
     *
     * @param model name of the read model
     */
    record ViewKey(String model, String key) {}

    /** What is known before this event: everything, when the last event before it is in here; nothing otherwise. */
    static StreamViews before(long sequence, @Nullable StreamViews known) {
        if (known != null && known.sequence() == sequence - 1) {
            return known;
        }
        return new StreamViews(sequence - 1, sequence == 0, Map.of());
    }

    StreamViews after(long eventSequence, Map<ViewKey, Object> changed) {
        if (changed.isEmpty()) {
            return new StreamViews(eventSequence, complete, views);
        }
        Map<ViewKey, Object> all = new HashMap<>(views);
        all.putAll(changed);
        return new StreamViews(eventSequence, complete, all);
    }
}
