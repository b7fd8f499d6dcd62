/** The CDK app: one stack for each environment. */
@NullMarked
package waggle.infra;

import org.jspecify.annotations.NullMarked;
