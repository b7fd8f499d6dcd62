/** Access tokens that expire: one process renews them for all, and stores what it got before it uses it. */
@NullMarked
package waggle.providers.token;

import org.jspecify.annotations.NullMarked;
