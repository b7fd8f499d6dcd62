@NullMarked
package waggle.model.aws;

import org.jspecify.annotations.NullMarked;
