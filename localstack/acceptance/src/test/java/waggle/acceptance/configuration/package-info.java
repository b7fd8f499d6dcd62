/** Stages, tags, tiers and custom fields. */
@NullMarked
package waggle.acceptance.configuration;

import org.jspecify.annotations.NullMarked;
