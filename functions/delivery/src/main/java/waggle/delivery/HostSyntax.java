package waggle.delivery;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the host of a receiver must look like. */
final class HostSyntax {
    static final String EXPECTED = "must name a public host like hooks.example.com";
    static final String NOT_PUBLIC = "must lead to public addresses only";

    /** The last label begins with a letter: {@code 0x7f.1} and {@code 127.1} are no names, but resolvers know them. */
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,126}[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private static final int NAME_LENGTH = 253;

    /** Four decimal numbers, none with a leading zero, which some read as octal. */
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1");

    /** Of networks of one's own (RFC 6761, 6762, 8375, and what ICANN reserved in 2024). */
    private static final List<String> PRIVATE_DOMAINS =
            List.of(".localhost", ".localdomain", ".local", ".internal", ".home.arpa");

    private HostSyntax() {}

    /** Whether it is one of the names of this machine. */
    static boolean isLocal(String host) {
        return LOCAL.contains(host.toLowerCase(Locale.ROOT));
    }

    /** What is wrong with a host as the URL has it, in brackets where it is an IPv6 address. */
    static Optional<String> fault(@Nullable String host) {
        if (host == null) {
            return Optional.of(EXPECTED);
        }
        if (host.startsWith("[")) {
            return ipv6Fault(host);
        }
        return IPV4.matcher(host).matches() ? addressFault(host) : nameFault(host.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> nameFault(String name) {
        var sound = name.length() <= NAME_LENGTH
                && NAME.matcher(name).matches()
                && PRIVATE_DOMAINS.stream().noneMatch(name::endsWith);
        return sound ? Optional.empty() : Optional.of(EXPECTED);
    }

    /** A zone is refused, and so is an IPv4 address written as IPv6, which Java reads as what it is. */
    private static Optional<String> ipv6Fault(String host) {
        return host.contains("%") || !(InetAddress.ofLiteral(host) instanceof Inet6Address)
                ? Optional.of(NOT_PUBLIC)
                : addressFault(host);
    }

    private static Optional<String> addressFault(String literal) {
        return PublicAddress.isPublic(InetAddress.ofLiteral(literal)) ? Optional.empty() : Optional.of(NOT_PUBLIC);
    }
}
