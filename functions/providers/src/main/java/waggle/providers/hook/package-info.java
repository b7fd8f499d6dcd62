/** Calls in which CRMs tell which of their records changed. */
@NullMarked
package waggle.providers.hook;

import org.jspecify.annotations.NullMarked;
