/** Leads, deals, their notes and boards. */
@NullMarked
package waggle.acceptance.deals;

import org.jspecify.annotations.NullMarked;
