/** Hostile values, and the records of another company, in every operation of the OpenAPI document. */
@NullMarked
package waggle.acceptance.hostile;

import org.jspecify.annotations.NullMarked;
