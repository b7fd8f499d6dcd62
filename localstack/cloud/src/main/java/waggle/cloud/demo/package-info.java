/** A company with believable records, written through the API and the same for a seed. */
@NullMarked
package waggle.cloud.demo;

import org.jspecify.annotations.NullMarked;
