/** Who hears of events, and what became of it (contract §6). */
@NullMarked
package waggle.model.webhooks;

import org.jspecify.annotations.NullMarked;
