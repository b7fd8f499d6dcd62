@NullMarked
package waggle.model.leads;

import org.jspecify.annotations.NullMarked;
