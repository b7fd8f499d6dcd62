package waggle.delivery;

import java.security.SecureRandom;
import java.util.Base64;

/** What an endpoint and we sign with: {@code whsec_} and base64 (Standard Webhooks 1.0, "Signature scheme"). */
public final class SigningSecret {
    static final String PREFIX = "whsec_";

    private static final int BYTES = 32;

    private SigningSecret() {}

    /** A new one, of 32 bytes from a secure source. */
    public static String generate() {
        var bytes = new byte[BYTES];
        // Not in a static: a restored snapshot would have the same in every copy.
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }
}
