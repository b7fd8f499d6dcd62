package waggle.model.webhooks;

import java.util.UUID;

/** Encrypts the secrets of webhook endpoints before they are stored. A sealed secret opens for its own endpoint only. */
public interface SecretSeal {
    String seal(UUID company, UUID endpoint, String secret);

    /**
     * Decrypts a sealed secret.
     *
     * @throws IllegalArgumentException if it was sealed for another endpoint, or changed
     */
    String open(UUID company, UUID endpoint, String sealed);
}
