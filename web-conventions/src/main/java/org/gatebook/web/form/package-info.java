/** Request bodies, declared: a form is a list of fields that reads a body into typed values or into the errors of all its fields at once. */
@NullMarked
package org.gatebook.web.form;

import org.jspecify.annotations.NullMarked;
