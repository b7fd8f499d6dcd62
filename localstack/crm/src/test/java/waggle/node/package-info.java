/** Programs of Node in tests. */
@NullMarked
package waggle.node;

import org.jspecify.annotations.NullMarked;
