/** One HTTP call to a provider of CRMs. */
@NullMarked
package waggle.providers.call;

import org.jspecify.annotations.NullMarked;
