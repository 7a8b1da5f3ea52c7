/** What health says beyond what Spring Boot knows by itself. */
@NullMarked
package org.gatebook.server.health;

import org.jspecify.annotations.NullMarked;
