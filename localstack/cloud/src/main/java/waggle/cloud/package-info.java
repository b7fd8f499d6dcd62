@NullMarked
package waggle.cloud;

import org.jspecify.annotations.NullMarked;
