package waggle.delivery.receiver;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Resolves host names. */
@FunctionalInterface
public interface Resolver {
    /** The resolver of the operating system: its hosts file and DNS. */
    Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /**
     * Returns the addresses of a host, in the order to try them.
     *
     * @param host a name, or an address as text
     * @throws UnknownHostException if the host has no address
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
