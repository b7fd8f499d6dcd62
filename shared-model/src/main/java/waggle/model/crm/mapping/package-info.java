/** Which resources and fields of Waggle are synchronised with which objects and fields of a CRM. */
@NullMarked
package waggle.model.crm.mapping;

import org.jspecify.annotations.NullMarked;
