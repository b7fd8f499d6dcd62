/** One Lambda function: its jar, role, memory, timeout and alias. */
@NullMarked
package waggle.infra.function;

import org.jspecify.annotations.NullMarked;
