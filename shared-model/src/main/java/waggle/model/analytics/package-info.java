/** Figures over the records of a company (docs/api.md, "Analytics"). */
@NullMarked
package waggle.model.analytics;

import org.jspecify.annotations.NullMarked;
