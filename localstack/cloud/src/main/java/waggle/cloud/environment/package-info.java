/** The environments that commands reach: the local cloud and the stacks in AWS. */
@NullMarked
package waggle.cloud.environment;

import org.jspecify.annotations.NullMarked;
