/** Replies: to writes, to errors, and in the gateway's format. */
@NullMarked
package waggle.http.reply;

import org.jspecify.annotations.NullMarked;
