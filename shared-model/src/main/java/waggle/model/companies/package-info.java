@NullMarked
package waggle.model.companies;

import org.jspecify.annotations.NullMarked;
