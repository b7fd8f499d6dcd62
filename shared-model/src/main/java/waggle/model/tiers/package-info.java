@NullMarked
package waggle.model.tiers;

import org.jspecify.annotations.NullMarked;
