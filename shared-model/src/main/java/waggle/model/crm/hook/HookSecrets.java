package waggle.model.crm.hook;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The secrets of one address. Only their hashes are stored.
 *
 * @param secret the last part of the address: the company, and 256 random bits
 * @param login {@code user:password}, for CRMs that send them
 */
public record HookSecrets(String secret, String login) {
    /** The user of {@link #login}. */
    public static final String USER = "waggle";

    private static final int RANDOM = 32;
    private static final int OF_COMPANY = 16;
    private static final int CHARACTERS = 64;

    /** Makes the secrets of a connection of a company. */
    public static HookSecrets generate(UUID company) {
        var bytes = ByteBuffer.allocate(OF_COMPANY + RANDOM)
                .putLong(company.getMostSignificantBits())
                .putLong(company.getLeastSignificantBits())
                .put(random());
        return new HookSecrets(text(bytes.array()), USER + ":" + text(random()));
    }

    private static byte[] random() {
        var random = new byte[RANDOM];
        // Not a static: all copies of a restored snapshot would have the same.
        new SecureRandom().nextBytes(random);
        return random;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The company that a secret names; empty if the text has another form. */
    static Optional<UUID> company(String secret) {
        if (secret.length() != CHARACTERS) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(secret));
            return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
