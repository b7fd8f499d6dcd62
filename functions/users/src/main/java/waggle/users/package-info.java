@NullMarked
package waggle.users;

import org.jspecify.annotations.NullMarked;
