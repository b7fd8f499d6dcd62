/** The environments, and what holds for all constructs in them: log groups and accepted findings of cdk-nag. */
@NullMarked
package waggle.infra.environment;

import org.jspecify.annotations.NullMarked;
