package waggle.acceptance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpHeaders;
import java.util.List;

/** A reply of the API. */
public record Reply(String method, int status, HttpHeaders headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("The body is not JSON: " + body, e);
        }
    }

    /** The only value of the header; empty if absent. */
    public String header(String name) {
        var values = headers.allValues(name);
        assertThat(values).as(name).hasSizeLessThan(2);
        return String.join("", values);
    }

    public boolean hasHeader(String name) {
        return headers.firstValue(name).isPresent();
    }

    public Reply expect(int expected) {
        assertThat(status).as("status of %s %s", method, body).isEqualTo(expected);
        return this;
    }

    /** Asserts status and code. Each test asserts the message itself. */
    public Reply expectError(int expected, String code) {
        expect(expected);
        Conventions.verify(this);
        assertThat(json().path("code").asText()).as("code").isEqualTo(code);
        return this;
    }

    /** Asserts a 400 with details of exactly these fields, in any order. */
    public Reply expectFaults(String... fields) {
        expectError(400, "invalid_request");
        assertThat(faults()).as("faults in %s", body).containsExactlyInAnyOrder(fields);
        return this;
    }

    public String error() {
        return json().path("error").asText();
    }

    /** The error without the request id. */
    public JsonNode errorWithoutRequest() {
        return ((ObjectNode) json()).without("request_id");
    }

    /** The message for one field. */
    public String fault(String field) {
        return details().stream()
                .filter(detail -> detail.path("field").asText().equals(field))
                .map(detail -> detail.path("message").asText())
                .findFirst()
                .orElse("");
    }

    private List<String> faults() {
        return details().stream().map(detail -> detail.path("field").asText()).toList();
    }

    private List<JsonNode> details() {
        return json().path("details").valueStream().toList();
    }
}
