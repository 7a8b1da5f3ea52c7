/** The outbox: which mails are to be sent, what they say, and how they leave. */
@NullMarked
package org.gatebook.query.mail;

import org.jspecify.annotations.NullMarked;
