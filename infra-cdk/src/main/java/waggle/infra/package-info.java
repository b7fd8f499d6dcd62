@NullMarked
package waggle.infra;

import org.jspecify.annotations.NullMarked;
