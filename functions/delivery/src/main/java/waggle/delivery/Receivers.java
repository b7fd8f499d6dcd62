package waggle.delivery;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which receivers may be called (contract §6). An endpoint's URL is judged when it is made, and again by every call, which
 * goes to no other address than those judged.
 */
public final class Receivers {
    /** For how long whoever makes an endpoint waits for its name; the gateway has 29 seconds for all of it. */
    private static final Deadline RESOLVING = new Deadline(Duration.ofSeconds(5));

    /** Over https, at public addresses: what a deployed function calls. */
    public static final Receivers PUBLIC = new Receivers(false, Resolver.SYSTEM, RESOLVING);

    /** The same, and {@code localhost} and {@code 127.0.0.1}, over http as well: for the cloud on a laptop. */
    public static final Receivers PUBLIC_AND_LOCAL = new Receivers(true, Resolver.SYSTEM, RESOLVING);

    /** The environment variable that says which; deployed functions do not have it. */
    public static final String ENVIRONMENT = "WAGGLE_RECEIVERS";

    /** Its value for {@link #PUBLIC_AND_LOCAL}. */
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

    /** Those that a function's environment allows: public ones unless it says more. */
    public static Receivers from(UnaryOperator<@Nullable String> environment) {
        return LOCAL.equals(environment.apply(ENVIRONMENT)) ? PUBLIC_AND_LOCAL : PUBLIC;
    }

    /** The same receivers, found in another way. */
    public Receivers resolvedBy(Resolver other) {
        return new Receivers(local, other, resolving);
    }

    Receivers resolvedWithin(Duration time) {
        return new Receivers(local, resolver, new Deadline(time));
    }

    /** What is wrong with an endpoint's URL, its name's addresses included; words to stand behind a field's name. */
    public Optional<String> fault(String url) {
        return syntaxFault(url).or(() -> addressFault(URI.create(url).getHost()));
    }

    /** What is wrong with the URL as it is written; nothing is resolved. */
    public Optional<String> syntaxFault(String url) {
        return new UrlSyntax(local).fault(url);
    }

    /**
     * The addresses to call for a host; every one of them may be called.
     *
     * @throws NotPublicException if any of the host's addresses may not be called
     * @throws UnknownHostException if it has none
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
