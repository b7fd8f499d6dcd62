package waggle.events.status;

import java.util.Optional;

/** A request to the deployment's own API, as a client makes it. */
@FunctionalInterface
public interface FrontDoor {
    /** Without an address, nothing is asked. */
    FrontDoor NONE = Optional::empty;

    /** A sentence without its full stop that tells how the request failed; empty if it succeeded. */
    Optional<String> fault();
}
