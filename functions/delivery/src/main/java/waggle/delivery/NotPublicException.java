package waggle.delivery;

import java.net.UnknownHostException;

/** A name leads to an address that may not be called. */
final class NotPublicException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    NotPublicException(String host) {
        super(host);
    }
}
