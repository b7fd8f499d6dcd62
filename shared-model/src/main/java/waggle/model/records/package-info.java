@NullMarked
package waggle.model.records;

import org.jspecify.annotations.NullMarked;
