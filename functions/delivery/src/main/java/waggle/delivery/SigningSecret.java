package waggle.delivery;

import java.security.SecureRandom;
import java.util.Base64;

/** The secret that signs an endpoint's calls: {@code whsec_} and base64 (Standard Webhooks 1.0, "Signature scheme"). */
public final class SigningSecret {
    static final String PREFIX = "whsec_";

    private static final int BYTES = 32;

    private SigningSecret() {}

    /** Returns a new secret of 32 random bytes. */
    public static String generate() {
        var bytes = new byte[BYTES];
        // Not a static: all copies of a restored snapshot would generate the same secrets.
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }
}
