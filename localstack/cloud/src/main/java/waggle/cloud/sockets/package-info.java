/** The WebSocket API of the local gateway, with the management API of its connections. */
@NullMarked
package waggle.cloud.sockets;

import org.jspecify.annotations.NullMarked;
