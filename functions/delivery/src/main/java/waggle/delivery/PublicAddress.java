package waggle.delivery;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses may be called (contract §6). Refused is what IANA's registries of special-purpose addresses, for IPv4 and
 * for IPv6, do not say to be globally reachable, and every IPv6 address outside the global unicast space.
 */
public final class PublicAddress {
    private static final List<AddressRange> REFUSED_IPV4 = AddressRange.of(
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

    private static final AddressRange GLOBAL_UNICAST = AddressRange.parse("2000::/3");

    /** Of global unicast: protocols (Teredo, benchmarking, ORCHID), documentation, 6to4. */
    private static final List<AddressRange> REFUSED_IPV6 =
            AddressRange.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** {@code ::ffff:0:0/96}, which Java would not read as IPv6. */
    private static final AddressRange IPV4_MAPPED = new AddressRange(128, 96, BigInteger.valueOf(0xffff));

    /** NAT64's well-known prefix (RFC 6052). */
    private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");

    private static final int IPV4_BYTES = 4;

    private PublicAddress() {}

    /** Whether anyone on the internet could mean this address, and nobody's own network does. */
    public static boolean isPublic(InetAddress address) {
        return isPublic(address.getAddress());
    }

    private static boolean isPublic(byte[] address) {
        if (address.length == IPV4_BYTES) {
            return !isIn(REFUSED_IPV4, address);
        }
        if (IPV4_MAPPED.contains(address) || NAT64.contains(address)) {
            // What counts is the IPv4 address inside.
            return isPublic(Arrays.copyOfRange(address, address.length - IPV4_BYTES, address.length));
        }
        return GLOBAL_UNICAST.contains(address) && !isIn(REFUSED_IPV6, address);
    }

    private static boolean isIn(List<AddressRange> ranges, byte[] address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
