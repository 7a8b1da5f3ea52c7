/** What devices that are paired by a key see of tickets (notes to pretixdroid). */
@NullMarked
package org.gatebook.query.checkin.pretixdroid;

import org.jspecify.annotations.NullMarked;
