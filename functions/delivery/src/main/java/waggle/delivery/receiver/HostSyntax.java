package waggle.delivery.receiver;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Validates the host of a receiver's URL without resolving it. */
final class HostSyntax {
    static final String EXPECTED = "must name a public host like hooks.example.com";
    static final String UNDERSCORE = "must name a host without underscores like hooks.example.com";
    static final String DOT_AT_END = "must name a host without a dot at its end like hooks.example.com";
    static final String NOT_PUBLIC = "must lead to public addresses only";

    /** The last label starts with a letter: resolvers accept {@code 0x7f.1} and {@code 127.1} as IPv4 addresses. */
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,126}[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private static final int NAME_LENGTH = 253;

    /** Four decimal numbers without leading zeros: some resolvers read a leading zero as octal. */
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** Domains of private networks (RFC 6761, RFC 6762, RFC 8375, and ICANN's reservation of 2024). */
    private static final List<String> PRIVATE_DOMAINS =
            List.of(".localhost", ".localdomain", ".local", ".internal", ".home.arpa");

    private HostSyntax() {}

    /** Whether the host is one of the accepted names of this machine. */
    static boolean isLocal(String host) {
        return LOCAL.contains(host.toLowerCase(Locale.ROOT));
    }

    /**
     * Returns the first fault of a host.
     *
     * @param host as in the URL, an IPv6 address in brackets; null if the URL has none
     * @param authority the part of the URL with the host, also if that is malformed
     */
    static Optional<String> fault(@Nullable String host, String authority) {
        if (authority.contains("_")) {
            return Optional.of(UNDERSCORE);
        }
        if (host == null) {
            return Optional.of(EXPECTED);
        }
        if (host.endsWith(".")) {
            return Optional.of(DOT_AT_END);
        }
        if (host.startsWith("[")) {
            return ipv6Fault(host);
        }
        return IPV4.matcher(host).matches() ? addressFault(host) : nameFault(host.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> nameFault(String name) {
        var valid = name.length() <= NAME_LENGTH
                && NAME.matcher(name).matches()
                && PRIVATE_DOMAINS.stream().noneMatch(name::endsWith);
        return valid ? Optional.empty() : Optional.of(EXPECTED);
    }

    /** Refuses zones, and IPv4 addresses in IPv6 notation, which {@link InetAddress} turns into IPv4 addresses. */
    private static Optional<String> ipv6Fault(String host) {
        return host.contains("%") || !(InetAddress.ofLiteral(host) instanceof Inet6Address)
                ? Optional.of(NOT_PUBLIC)
                : addressFault(host);
    }

    private static Optional<String> addressFault(String literal) {
        return PublicAddress.isPublic(InetAddress.ofLiteral(literal)) ? Optional.empty() : Optional.of(NOT_PUBLIC);
    }
}
