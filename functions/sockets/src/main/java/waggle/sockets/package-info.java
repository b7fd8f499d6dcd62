/** Messages to the connections of clients: whom an event concerns, its message, and the call that sends it. */
@NullMarked
package waggle.sockets;

import org.jspecify.annotations.NullMarked;
