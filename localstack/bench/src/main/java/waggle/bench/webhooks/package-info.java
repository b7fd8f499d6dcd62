@NullMarked
package waggle.bench.webhooks;

import org.jspecify.annotations.NullMarked;
