package waggle.cloud.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A reply of a Waggle API.
 *
 * @param body missing if the body is not JSON
 * @param at the time of the reply by the clock of the API
 */
public record ApiReply(int status, JsonNode body, Instant at) {

    /** The sentence for a person; empty if the reply is no error. */
    public String error() {
        return body.path("error").asText();
    }
}
