/** Vouchers: codes that change prices, keep places, or open what others do not see. */
@NullMarked
package org.gatebook.catalogue.voucher;

import org.jspecify.annotations.NullMarked;
