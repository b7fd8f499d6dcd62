/** Bodies: records made from JSON, with every fault found at once. */
@NullMarked
package waggle.http.shape;

import org.jspecify.annotations.NullMarked;
