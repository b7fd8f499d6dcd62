/** The function of the WebSocket API: it opens and closes connections, and takes the messages of clients. */
@NullMarked
package waggle.live.sockets;

import org.jspecify.annotations.NullMarked;
