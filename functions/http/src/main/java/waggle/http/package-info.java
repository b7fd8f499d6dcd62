/** The HTTP functions' shared code: the handler, its beans, and its priming before a snapshot. */
@NullMarked
package waggle.http;

import org.jspecify.annotations.NullMarked;
