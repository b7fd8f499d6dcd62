package waggle.http;

import java.util.List;
import java.util.Map;
import waggle.model.keys.Scopes;

/**
 * The query of a request as its client wrote it, decoded but not yet held against anything.
 *
 * @param values by parameter, in the client's order
 * @param scopes what its key may do: nothing is shown beside the records asked for that the key could not read itself
 */
public record Query(Map<String, List<String>> values, Scopes scopes) {

    /**
     * Refuses any parameter, where there are none.
     *
     * @throws waggle.model.WaggleException with a fault for each
     */
    public void requireNone() {
        new Parameters(this).finish();
    }
}
