/** Mail by SMTP. */
@NullMarked
package org.gatebook.server.mail;

import org.jspecify.annotations.NullMarked;
