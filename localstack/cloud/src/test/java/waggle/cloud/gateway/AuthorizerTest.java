package waggle.cloud.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.cloud.lambda.Lambda;
import waggle.model.ManualClock;
import waggle.model.json.Json;
import waggle.model.keys.KeySecret;

final class AuthorizerTest {
    private final List<String> tokens = new ArrayList<>();
    private final Authorizer authorizer = new Authorizer(new Recorder(), new ManualClock());

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer", "Bearer ", "Bearer wgl_test_short", "Basic %s", "Bearer%s", "Bearer %s,Bearer %s"})
    void header_thatIsMalformed_isRefusedWithoutACall(String header) {
        var key = KeySecret.generate(KeySecret.Mode.TEST).reveal();

        assertThatThrownBy(() -> authorizer.authorize(request("GET", header.replace("%s", key))))
                .isInstanceOf(Refusal.class)
                .hasMessage("UNAUTHORIZED");
        assertThat(tokens).isEmpty();
    }

    @Test
    void result_isCachedForAllMethodsOfTheHeader() {
        var header = "bearer  " + KeySecret.generate(KeySecret.Mode.LIVE).reveal();

        authorizer.authorize(request("GET", header));
        authorizer.authorize(request("POST", header));

        assertThat(tokens).containsExactly(header);
    }

    private static Request request(String method, String authorization) {
        var headers = authorization.isEmpty()
                ? Map.<String, List<String>>of()
                : Map.of("Authorization", List.of(authorization.split(",")));
        return new Request("id", method, "/v1/tags", Map.of(), headers, "", 0, "127.0.0.1");
    }

    private final class Recorder implements Lambda {
        @Override
        public byte[] invoke(byte[] event) {
            tokens.add(Json.parse(new String(event, StandardCharsets.UTF_8), JsonNode.class)
                    .path("authorizationToken")
                    .asText());
            return "{}".getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void close() {}
    }
}
