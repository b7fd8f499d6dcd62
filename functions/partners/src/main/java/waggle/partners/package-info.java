@NullMarked
package waggle.partners;

import org.jspecify.annotations.NullMarked;
