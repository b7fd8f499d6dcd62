/** The addresses at which CRMs tell what changed. */
@NullMarked
package waggle.model.crm.hook;

import org.jspecify.annotations.NullMarked;
