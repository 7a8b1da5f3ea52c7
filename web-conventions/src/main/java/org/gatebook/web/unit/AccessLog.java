package org.gatebook.web.unit;

import java.util.concurrent.TimeUnit;
import org.gatebook.web.route.Resolution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line per request. It names the route and not the path, because paths and parameters hold ticket secrets. */
final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger("org.gatebook.access");

    private final boolean on;

    AccessLog(boolean on) {
        this.on = on;
    }

    void line(String method, Resolution resolution, int status, long nanos) {
        if (on && LOG.isInfoEnabled()) {
            long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
            LOG.atInfo()
                    .addKeyValue("method", method)
                    .addKeyValue("route", name(resolution))
                    .addKeyValue("status", status)
                    .addKeyValue("micros", micros)
                    .log("{} {} {} {} us", method, name(resolution), status, micros);
        }
    }

    static String name(Resolution resolution) {
        return resolution instanceof Resolution.Found found ? found.route().pattern() : "(no route)";
    }
}
