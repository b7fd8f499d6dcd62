/** The rules for the addresses that a webhook call may reach, and their check when a URL is stored and when it is called. */
@NullMarked
package waggle.delivery.receiver;

import org.jspecify.annotations.NullMarked;
