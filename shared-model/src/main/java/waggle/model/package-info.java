@NullMarked
package waggle.model;

import org.jspecify.annotations.NullMarked;
