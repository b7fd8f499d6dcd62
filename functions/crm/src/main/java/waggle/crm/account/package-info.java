/** The accounts of CRMs that connections call. */
@NullMarked
package waggle.crm.account;

import org.jspecify.annotations.NullMarked;
