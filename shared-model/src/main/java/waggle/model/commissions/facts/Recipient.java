package waggle.model.commissions.facts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is paid.
 *
 * @param uuid null while nobody was named
 */
public record Recipient(Type type, @Nullable UUID uuid) {
    /** The kinds of records that can be paid. */
    public enum Type {
        PARTNER,
        USER,
        CONTACT
    }

    public static Recipient partner(UUID uuid) {
        return new Recipient(Type.PARTNER, uuid);
    }
}
