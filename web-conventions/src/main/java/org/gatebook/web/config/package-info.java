/** Settings of the conventions, and how Spring puts them together. */
@NullMarked
package org.gatebook.web.config;

import org.jspecify.annotations.NullMarked;
