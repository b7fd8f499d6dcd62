package waggle.http.request;

import java.util.List;
import java.util.Map;
import waggle.model.keys.Scopes;

/**
 * The query of a request, decoded but not yet validated.
 *
 * @param values by parameter, in the client's order
 * @param scopes of the request's key; they limit {@code expand}
 */
public record Query(Map<String, List<String>> values, Scopes scopes) {

    /**
     * Checks that the query is empty.
     *
     * @throws waggle.model.WaggleException with a fault for each parameter
     */
    public void requireNone() {
        new Parameters(this).finish();
    }
}
