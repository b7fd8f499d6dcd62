package waggle.http;

import java.util.List;
import java.util.Map;

/**
 * The query of a request as its client wrote it, decoded but not yet held against anything.
 *
 * @param values by parameter, in the client's order
 */
public record Query(Map<String, List<String>> values) {

    /**
     * Refuses any parameter, where there are none.
     *
     * @throws waggle.model.WaggleException with a fault for each
     */
    public void requireNone() {
        new Parameters(this).finish();
    }
}
