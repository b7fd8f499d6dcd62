/** Bodies, headers, paths and queries, mostly on tags. */
@NullMarked
package waggle.acceptance.requests;

import org.jspecify.annotations.NullMarked;
