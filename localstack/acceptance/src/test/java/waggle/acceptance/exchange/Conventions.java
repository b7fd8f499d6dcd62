package waggle.acceptance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** The rules that every reply must satisfy ({@code docs/api.md}, "Conventions"). */
public final class Conventions {
    private Conventions() {}

    /** Validates a JSON reply, an error, or a reply without a body. */
    public static void verify(Reply reply) {
        verifyHeaders(reply);
        if (hasBody(reply)) {
            assertThat(reply.header("Content-Type")).as("Content-Type").isEqualTo("application/json");
        } else {
            assertThat(reply.body()).as("body").isEmpty();
        }
        if (reply.status() >= 400 && hasBody(reply)) {
            verifyError(reply);
        }
    }

    private static boolean hasBody(Reply reply) {
        return !List.of(204, 304, 308).contains(reply.status())
                && !reply.method().equals("HEAD");
    }

    /** Validates the headers of any reply. */
    public static void verifyHeaders(Reply reply) {
        assertThat(reply.header("X-Request-Id")).as("X-Request-Id").isNotBlank();
        assertThat(reply.header("RateLimit-Policy")).as("RateLimit-Policy").isEqualTo("\"default\";q=100;w=60");
        assertThat(reply.header("Access-Control-Allow-Origin"))
                .as("Access-Control-Allow-Origin")
                .isEqualTo("*");
    }

    private static void verifyError(Reply reply) {
        var error = reply.json();
        assertThat(error.path("error").asText()).as("error").isNotBlank();
        assertThat(error.path("code").asText()).as("code").matches("[a-z]+(_[a-z]+)*");
        assertThat(error.path("request_id").asText()).as("request_id").isEqualTo(reply.header("X-Request-Id"));
        assertThat(error.fieldNames())
                .toIterable()
                .as("fields of an error")
                .containsAll(List.of("error", "code", "request_id"))
                .isSubsetOf("error", "code", "details", "request_id");
        if (error.has("details")) {
            verifyDetails(reply);
        }
    }

    private static void verifyDetails(Reply reply) {
        assertThat(reply.status()).as("status of a reply with details").isEqualTo(400);
        assertThat(reply.json().path("details")).isNotEmpty().allSatisfy(detail -> {
            assertThat(detail.fieldNames()).toIterable().containsExactly("field", "message");
            assertThat(detail.path("message").asText()).isNotBlank();
        });
    }
}
