package waggle.delivery.receiver;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * The check for public IP addresses. An address is not public if IANA's special-purpose address registries (RFC 6890) do
 * not list it as globally reachable, or if it is an IPv6 address outside the global unicast space.
 */
public final class PublicAddress {
    private static final List<AddressRange> REFUSED_IPV4 = AddressRange.listFrom(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final AddressRange GLOBAL_UNICAST = AddressRange.from("2000::/3");

    /** Parts of global unicast: protocols (Teredo, benchmarking, ORCHID), documentation, 6to4. */
    private static final List<AddressRange> REFUSED_IPV6 =
            AddressRange.listFrom("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** {@code ::ffff:0:0/96}, built from numbers because {@link InetAddress} turns the text into an IPv4 address. */
    private static final AddressRange IPV4_MAPPED = new AddressRange(128, 96, BigInteger.valueOf(0xffff));

    /** The well-known prefix of NAT64 (RFC 6052). */
    private static final AddressRange NAT64 = AddressRange.from("64:ff9b::/96");

    private static final int IPV4_BYTES = 4;

    private PublicAddress() {}

    /** Whether the address is globally reachable and belongs to no private network. */
    public static boolean isPublic(InetAddress address) {
        return isPublic(address.getAddress());
    }

    private static boolean isPublic(byte[] address) {
        if (address.length == IPV4_BYTES) {
            return !isIn(REFUSED_IPV4, address);
        }
        if (IPV4_MAPPED.contains(address) || NAT64.contains(address)) {
            // The packets go to the IPv4 address in the last four bytes.
            return isPublic(Arrays.copyOfRange(address, address.length - IPV4_BYTES, address.length));
        }
        return GLOBAL_UNICAST.contains(address) && !isIn(REFUSED_IPV6, address);
    }

    private static boolean isIn(List<AddressRange> ranges, byte[] address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
