@NullMarked
package waggle.deals;

import org.jspecify.annotations.NullMarked;
