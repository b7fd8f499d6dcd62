@NullMarked
package waggle.workflow;

import org.jspecify.annotations.NullMarked;
