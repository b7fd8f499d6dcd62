package waggle.acceptance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import waggle.acceptance.cloud.BaseUrl;
import waggle.model.catalogue.OpenPage;

/** Validates every exchange of these tests against the OpenAPI document that the API under test serves. */
public final class Documentation {
    /** Statuses of a request without an operation. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 405, 413, 429);

    private Documentation() {}

    public static void verify(Exchange exchange) {
        verify(Served.DOCUMENT, exchange);
    }

    public static void verify(ApiDocument document, Exchange exchange) {
        document.find(exchange.method(), exchange.uri().getRawPath())
                .ifPresentOrElse(operation -> verify(operation, exchange), () -> verifyOther(exchange));
    }

    /** Validates the reply to a request that no client library would send. */
    public static void verifyReply(String method, URI uri, Reply reply) {
        Served.DOCUMENT.find(method, uri.getRawPath()).ifPresent(operation -> new ReplyCheck(operation, reply)
                .verify());
    }

    private static void verify(ApiOperation operation, Exchange exchange) {
        new ReplyCheck(operation, exchange.reply()).verify();
        new RequestCheck(operation, exchange).verify();
    }

    private static void verifyOther(Exchange exchange) {
        var isFile = Stream.of(OpenPage.STATUS, OpenPage.DOCS, OpenPage.CONSOLE)
                .anyMatch(page -> exchange.uri().getPath().contains(page.path() + "/"));
        if (!isFile && !exchange.method().equals("OPTIONS")) {
            assertThat(REFUSALS)
                    .as("status of what is in no document")
                    .contains(exchange.reply().status());
        }
    }

    public static ApiDocument document() {
        return Served.DOCUMENT;
    }

    /** A copy of the document. */
    static ObjectNode served() {
        return Served.JSON.deepCopy();
    }

    /** Read before the first exchange is validated. */
    private static final class Served {
        static final URI PLACE = URI.create(BaseUrl.get().toString().replaceFirst("v1$", "openapi.json"));
        static final ObjectNode JSON = read();
        static final ApiDocument DOCUMENT = new ApiDocument(JSON, PLACE);

        private static ObjectNode read() {
            try {
                return (ObjectNode) new ObjectMapper().readTree(PLACE.toURL());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
