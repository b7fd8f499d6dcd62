package waggle.delivery.receiver;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import waggle.model.DomainNames;

/**
 * Validates a receiver's URL without resolving its host.
 *
 * @param local whether the URL may name this machine, with http or https
 */
record UrlSyntax(boolean local) {
    static final String EXPECTED = "must be an https address like https://hooks.example.com/waggle";

    /** A URL whose authority is a host and perhaps a port. */
    private static final Pattern AUTHORITY =
            Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+.-]*://)([^/?#@:\\[\\\\]+)([:/?#].*)?");

    private static final int LENGTH = 2_000;
    private static final int PORTS = 65_535;

    Optional<String> fault(String url) {
        if (url.length() > LENGTH) {
            return Optional.of("must have at most " + LENGTH + " characters");
        }
        try {
            return fault(new URI(url));
        } catch (URISyntaxException e) {
            return Optional.of(EXPECTED);
        }
    }

    private Optional<String> fault(URI url) {
        if (!isAllowedScheme(url) || url.getRawAuthority() == null) {
            return Optional.of(EXPECTED);
        }
        if (url.getRawAuthority().contains("@")) {
            return Optional.of("must not name a user");
        }
        if (url.getRawFragment() != null) {
            return Optional.of("must not have a fragment");
        }
        if (url.getPort() == 0 || url.getPort() > PORTS) {
            return Optional.of("must have a port from 1 to " + PORTS);
        }
        return isLocal(url) ? Optional.empty() : HostSyntax.fault(url.getHost(), url.getRawAuthority());
    }

    /** Returns the URL with the host in ASCII ({@code xn--…}), as far as domain names have its characters. */
    static String ascii(String url) {
        var parts = AUTHORITY.matcher(url);
        return parts.matches()
                ? parts.group(1) + DomainNames.ascii(parts.group(2)) + Objects.requireNonNullElse(parts.group(3), "")
                : url;
    }

    private boolean isAllowedScheme(URI url) {
        return "https".equalsIgnoreCase(url.getScheme()) || ("http".equalsIgnoreCase(url.getScheme()) && isLocal(url));
    }

    private boolean isLocal(URI url) {
        return local && url.getHost() != null && HostSyntax.isLocal(url.getHost());
    }
}
