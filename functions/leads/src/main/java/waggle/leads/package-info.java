@NullMarked
package waggle.leads;

import org.jspecify.annotations.NullMarked;
