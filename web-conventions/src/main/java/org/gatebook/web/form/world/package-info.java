/** Values whose rules the world makes: countries, currencies, telephone numbers, languages. */
@NullMarked
package org.gatebook.web.form.world;

import org.jspecify.annotations.NullMarked;
