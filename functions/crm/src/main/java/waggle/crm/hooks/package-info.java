/** The calls of CRMs. */
@NullMarked
package waggle.crm.hooks;

import org.jspecify.annotations.NullMarked;
