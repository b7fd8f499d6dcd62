package waggle.delivery.receiver;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * The receivers that Waggle may call. An endpoint's URL is validated when it is stored, and again on every call; the call
 * connects only to the addresses that were checked.
 */
public final class Receivers {
    /** The longest wait for name resolution in an API request; API Gateway ends a request after 29 seconds. */
    private static final Deadline RESOLVING = new Deadline(Duration.ofSeconds(5));

    /** Public addresses over https, for deployed functions. */
    public static final Receivers PUBLIC = new Receivers(false, Resolver.SYSTEM, RESOLVING);

    /** {@link #PUBLIC}, and {@code localhost}, {@code 127.0.0.1} and {@code [::1]} over http or https, for a local cloud. */
    public static final Receivers PUBLIC_AND_LOCAL = new Receivers(true, Resolver.SYSTEM, RESOLVING);

    /** The environment variable that selects the receivers; deployed functions do not have it. */
    public static final String ENVIRONMENT = "WAGGLE_RECEIVERS";

    /** The value of {@link #ENVIRONMENT} that selects {@link #PUBLIC_AND_LOCAL}. */
    public static final String LOCAL = "local";

    private static final String UNRESOLVED = "must name a host that can be resolved";

    private final boolean local;
    private final Resolver resolver;
    private final Deadline resolving;

    private Receivers(boolean local, Resolver resolver, Deadline resolving) {
        this.local = local;
        this.resolver = resolver;
        this.resolving = resolving;
    }

    /** Reads {@link #ENVIRONMENT}; without it only public receivers are allowed. */
    public static Receivers from(UnaryOperator<@Nullable String> environment) {
        return LOCAL.equals(environment.apply(ENVIRONMENT)) ? PUBLIC_AND_LOCAL : PUBLIC;
    }

    public Receivers resolvedBy(Resolver other) {
        return new Receivers(local, other, resolving);
    }

    Receivers resolvedWithin(Duration time) {
        return new Receivers(local, resolver, new Deadline(time));
    }

    /**
     * Validates an endpoint's URL and the addresses of its host.
     *
     * @return the first fault, worded to follow the name of a field
     */
    public Optional<String> fault(String url) {
        return syntaxFault(url).or(() -> addressFault(URI.create(url).getHost()));
    }

    /** Returns a URL with its host in ASCII ({@code xn--…}), in which form it is stored and called. */
    public static String ascii(String url) {
        return UrlSyntax.ascii(url);
    }

    /** Validates a URL as {@link #fault} does, without resolving its host. */
    public Optional<String> syntaxFault(String url) {
        return new UrlSyntax(local).fault(url);
    }

    /** Returns a resolver for HTTP clients that returns only addresses of allowed receivers. */
    public DnsResolver dnsResolver() {
        return new CheckedAddresses(this);
    }

    /**
     * Returns the addresses of a host, all of which may be called.
     *
     * @throws NotPublicException if any of the host's addresses may not be called
     * @throws UnknownHostException if the host has no address
     */
    List<InetAddress> addresses(String host) throws UnknownHostException {
        var addresses = resolver.resolve(host);
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        if (!addresses.stream().allMatch(address -> isAllowed(host, address))) {
            throw new NotPublicException(host);
        }
        return addresses;
    }

    private boolean isAllowed(String host, InetAddress address) {
        return (local && HostSyntax.isLocal(host)) ? address.isLoopbackAddress() : PublicAddress.isPublic(address);
    }

    private Optional<String> addressFault(String host) {
        try {
            resolving.within(() -> addresses(host), () -> {});
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.of(UNRESOLVED);
        } catch (ExecutionException e) {
            return Optional.of(e.getCause() instanceof NotPublicException ? HostSyntax.NOT_PUBLIC : UNRESOLVED);
        }
    }
}
