/** Orders and their lines as read models: folds, rows and the text that is handed out. */
@NullMarked
package org.gatebook.query.order;

import org.jspecify.annotations.NullMarked;
