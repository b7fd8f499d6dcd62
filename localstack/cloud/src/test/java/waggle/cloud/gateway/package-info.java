@NullMarked
package waggle.cloud.gateway;

import org.jspecify.annotations.NullMarked;
