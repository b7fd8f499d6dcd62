@NullMarked
package waggle.contacts;

import org.jspecify.annotations.NullMarked;
