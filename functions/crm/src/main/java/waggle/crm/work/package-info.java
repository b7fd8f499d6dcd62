/** The worker of the synchronisation: it looks at records and connections that messages name. */
@NullMarked
package waggle.crm.work;

import org.jspecify.annotations.NullMarked;
