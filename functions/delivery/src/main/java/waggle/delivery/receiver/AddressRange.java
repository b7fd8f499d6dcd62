package waggle.delivery.receiver;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses that share a prefix.
 *
 * @param size bits of an address: 32 or 128
 * @param length bits of the prefix
 */
record AddressRange(int size, int length, BigInteger prefix) {
    static List<AddressRange> listFrom(String... ranges) {
        return Stream.of(ranges).map(AddressRange::from).toList();
    }

    /** Reads CIDR notation like {@code 10.0.0.0/8}. */
    static AddressRange from(String range) {
        var slash = range.indexOf('/');
        var start = InetAddress.ofLiteral(range.substring(0, slash)).getAddress();
        var length = Integer.parseInt(range.substring(slash + 1));
        return new AddressRange(size(start), length, prefix(start, length));
    }

    boolean contains(byte[] address) {
        return size(address) == size && prefix(address, length).equals(prefix);
    }

    private static int size(byte[] address) {
        return address.length * Byte.SIZE;
    }

    private static BigInteger prefix(byte[] address, int length) {
        return new BigInteger(1, address).shiftRight(size(address) - length);
    }
}
