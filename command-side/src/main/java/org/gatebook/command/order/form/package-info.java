/** How clients describe orders and their parts: forms that turn bodies into typed wishes. */
@NullMarked
package org.gatebook.command.order.form;

import org.jspecify.annotations.NullMarked;
