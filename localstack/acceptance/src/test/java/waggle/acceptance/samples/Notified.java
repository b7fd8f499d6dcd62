package waggle.acceptance.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.model.Patience;

/** Notifications, which follow their events within moments. */
public final class Notified {
    private Notified() {}

    /** A notification of a new user. */
    public static JsonNode one(Api api) {
        var partner = Sample.parse("{'name':'Gold %s','partner_type':'referral','assigned_user_uuids':['<user>']}");
        Partners.create(api, Related.in(api, partner));
        return await(api, "", found -> !found.isEmpty()).getFirst();
    }

    /** The notifications of a user, the newest first, as soon as there are so many. */
    public static List<JsonNode> of(Api api, String user, int count) {
        var found = await(api, "?pageSize=50&user_uuid=" + user, some -> some.size() >= count);
        assertThat(found).hasSize(count);
        return found;
    }

    private static List<JsonNode> await(Api api, String query, Predicate<List<JsonNode>> expected) {
        return Patience.until(
                () -> Lists.data(api.get("/notifications" + query).expect(200).json()), expected);
    }
}
