package waggle.delivery.receiver;

import java.net.UnknownHostException;

/** A name resolves to an address that a webhook call may not reach. */
public final class NotPublicException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    NotPublicException(String host) {
        super(host);
    }
}
