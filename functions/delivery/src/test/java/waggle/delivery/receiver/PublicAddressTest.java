package waggle.delivery.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
    private static final int SAMPLES = 100;

    /** One range per line, and its purpose. */
    private static final String REFUSED = """
            0.0.0.0/8           this network
            10.0.0.0/8          private
            100.64.0.0/10       carrier-grade NAT
            127.0.0.0/8         loopback
            169.254.0.0/16      link-local
            172.16.0.0/12       private
            192.0.0.0/24        protocols
            192.0.2.0/24        documentation
            192.88.99.0/24      6to4 relays
            192.168.0.0/16      private
            198.18.0.0/15       benchmarking
            198.51.100.0/24     documentation
            203.0.113.0/24      documentation
            224.0.0.0/4         multicast
            240.0.0.0/4         reserved
            ::/96               unspecified, loopback, IPv4-compatible
            ::ffff:0:0:0/96     IPv4-translated
            64:ff9b:1::/48      local NAT64
            64:ff9b::10.0.0.0/104     private, through NAT64
            64:ff9b::127.0.0.0/104    loopback, through NAT64
            64:ff9b::169.254.0.0/112  link-local, through NAT64
            100::/64            discard
            2001::/32           Teredo
            2001:2::/48         benchmarking
            2001:10::/28        ORCHID
            2001:20::/28        ORCHID
            2001:db8::/32       documentation
            2002::/16           6to4
            3fff::/20           documentation
            4000::/2            reserved
            5f00::/16           segment routing
            fc00::/7            unique local
            fe80::/10           link-local
            fec0::/10           site-local
            ff00::/8            multicast
            """;

    @ParameterizedTest
    @MethodSource("refused")
    void randomAddress_ofARefusedRange_isNotPublic(String range) {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var start =
                InetAddress.ofLiteral(range.substring(0, range.indexOf('/'))).getAddress();
        var length = Integer.parseInt(range.substring(range.indexOf('/') + 1));

        for (var i = 0; i < SAMPLES; i++) {
            var address = address(start, length, random);
            assertThat(PublicAddress.isPublic(address))
                    .as("%s, seed %d", address, seed)
                    .isFalse();
        }
    }

    static Stream<String> refused() {
        return REFUSED.lines().map(line -> line.split(" ", 2)[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "192.0.3.0",
                "192.88.98.255",
                "192.88.100.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "198.51.101.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "2000::",
                "2001:200::",
                "2001:db7:ffff::1",
                "2001:db9::",
                "2003::",
                "2606:4700:4700::1111",
                "3ffe:ffff::1",
                "3fff:1000::",
                "64:ff9b::8.8.8.8"
            })
    void address_nextToARefusedRange_isPublic(String address) {
        assertThat(PublicAddress.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"169.254.169.254", "169.254.170.2", "fd00:ec2::254", "100.100.100.200", "::1", "::", "0.0.0.0"})
    void address_ofMetadataOrThisMachine_isNotPublic(String address) {
        assertThat(PublicAddress.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @Test
    void mappedAddress_isPublicIfItsIpv4AddressIs() throws UnknownHostException {
        assertThat(PublicAddress.isPublic(mapped(10, 0, 0, 1))).isFalse();
        assertThat(PublicAddress.isPublic(mapped(8, 8, 8, 8))).isTrue();
    }

    /** Java keeps a mapped address as IPv6 only if it has a scope. */
    private static InetAddress mapped(int... ipv4) throws UnknownHostException {
        var bytes = new byte[16];
        bytes[10] = bytes[11] = (byte) 0xff;
        for (var i = 0; i < ipv4.length; i++) {
            bytes[12 + i] = (byte) ipv4[i];
        }
        return Inet6Address.getByAddress("mapped", bytes, 1);
    }

    /** Returns an address with the first bits of a range and random bits behind them. */
    private static InetAddress address(byte[] start, int length, Random random) {
        var bytes = start.clone();
        for (var bit = length; bit < bytes.length * 8; bit++) {
            if (random.nextBoolean()) {
                bytes[bit / 8] |= (byte) (0x80 >> bit % 8);
            }
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
