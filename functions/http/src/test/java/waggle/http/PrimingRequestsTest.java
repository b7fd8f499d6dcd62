package waggle.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import waggle.http.request.GatewayEvent;
import waggle.http.request.JsonBody;
import waggle.platform.gateway.AuthorizerContext;

class PrimingRequestsTest {
    private final List<GatewayEvent> events = new ArrayList<>();

    @Test
    void run_eachResource_isReadAndWrittenAsNobody() throws IOException {
        new PrimingRequests(new Recorder(), () -> List.of("tags")).run();

        assertThat(events).extracting(GatewayEvent::getHttpMethod).containsExactly("GET", "POST");
        assertThat(events.getFirst().getPath()).startsWith("/v1/tags/");
        assertThat(JsonBody.read(events.getLast()).json()).isEmpty();
        assertThat(events.getLast().authorizer(AuthorizerContext.COMPANY)).isNotEmpty();
    }

    private final class Recorder implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            events.add(GatewayEvent.read(in));
        }
    }
}
