package waggle.model.partners;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.PartnerType;

/** The least that partners, contacts and users can be made of. */
final class Samples {
    private Samples() {}

    static Partner partner(String name) {
        return partner(name, null, null);
    }

    static Partner below(UUID parent) {
        return partner("Partner", parent, null);
    }

    static Partner withEmail(String email) {
        return partner("Partner", null, email);
    }

    static Partner partner(String name, @Nullable UUID parent, @Nullable String email) {
        return new Partner(
                name,
                PartnerType.RESELLER,
                Partner.Status.INVITED,
                email,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                parent,
                null,
                Map.of(),
                JsonNodeFactory.instance.objectNode());
    }

    static Contact contact(UUID partner, String email) {
        var none = JsonNodeFactory.instance.objectNode();
        return new Contact(partner, email, null, null, null, null, List.of(), Map.of(), none);
    }

    static User user(UUID partner, String email) {
        return new User(email, null, null, User.Role.PARTNER, partner, null, null, null, User.Status.INVITED, null);
    }
}
