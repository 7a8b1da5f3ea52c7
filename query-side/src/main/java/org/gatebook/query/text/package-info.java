/** JSON as text: written key by key when something happens, handed out with its slots filled when somebody asks. */
@NullMarked
package org.gatebook.query.text;

import org.jspecify.annotations.NullMarked;
