@NullMarked
package waggle.model.users;

import org.jspecify.annotations.NullMarked;
