/** The rules of a check-in list: JSON logic, as organizers put it together and devices evaluate it too. */
@NullMarked
package org.gatebook.command.ticket.rule;

import org.jspecify.annotations.NullMarked;
