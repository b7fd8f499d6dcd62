/** The SLF4J provider of deployed functions: one JSON object a line, through Lambda's logger. */
@NullMarked
package waggle.logs;

import org.jspecify.annotations.NullMarked;
