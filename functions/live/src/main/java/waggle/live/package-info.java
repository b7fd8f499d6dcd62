@NullMarked
package waggle.live;

import org.jspecify.annotations.NullMarked;
