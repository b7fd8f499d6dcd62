/** The resource group {@code analytics}: figures over the records of a company. */
@NullMarked
package waggle.analytics;

import org.jspecify.annotations.NullMarked;
