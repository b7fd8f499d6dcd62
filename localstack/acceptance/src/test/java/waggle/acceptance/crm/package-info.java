/** Connections to CRMs and their synchronisation. */
@NullMarked
package waggle.acceptance.crm;

import org.jspecify.annotations.NullMarked;
