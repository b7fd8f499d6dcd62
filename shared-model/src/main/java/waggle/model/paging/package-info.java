@NullMarked
package waggle.model.paging;

import org.jspecify.annotations.NullMarked;
