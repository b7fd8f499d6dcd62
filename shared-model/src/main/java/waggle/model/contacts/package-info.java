@NullMarked
package waggle.model.contacts;

import org.jspecify.annotations.NullMarked;
