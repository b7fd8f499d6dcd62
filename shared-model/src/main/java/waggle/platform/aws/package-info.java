@NullMarked
package waggle.platform.aws;

import org.jspecify.annotations.NullMarked;
