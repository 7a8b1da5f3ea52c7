/** What devices are told about secrets: revoked and blocked ones, as facts that are published once. */
@NullMarked
package org.gatebook.query.feed;

import org.jspecify.annotations.NullMarked;
