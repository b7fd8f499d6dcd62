/** The command line of {@code ./waggle}. */
@NullMarked
package waggle.cloud.cli;

import org.jspecify.annotations.NullMarked;
