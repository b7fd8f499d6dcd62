@NullMarked
package waggle.platform.gateway;

import org.jspecify.annotations.NullMarked;
