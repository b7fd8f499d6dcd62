@NullMarked
package waggle.model.gateway;

import org.jspecify.annotations.NullMarked;
