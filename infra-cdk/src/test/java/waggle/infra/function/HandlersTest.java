package waggle.infra.function;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.infra.function.FunctionsTest.function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.model.catalogue.OpenPage;
import waggle.model.catalogue.ResourceGroup;

/** What each function runs, and for how long at most. */
final class HandlersTest {
    @ParameterizedTest
    @EnumSource
    void groupFunction_hasLongerTimeoutThanGateway(ResourceGroup group) {
        var function = function(group.id());

        assertThat(function.get("Handler").asText()).isEqualTo("waggle.http.ApiFunction::handleRequest");
        assertThat(function.get("Timeout").asInt()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        "relay, waggle.events.RelayFunction, 60",
        "dispatcher, waggle.events.DispatcherFunction, 40",
        "sweeper, waggle.events.SweeperFunction, 55",
        "live-relay, waggle.events.LiveRelayFunction, 60",
        "sockets, waggle.live.sockets.SocketFunction, 30",
        "sync, waggle.crm.work.SyncFunction, 300"
    })
    void eventFunction_hasTimeoutForOneBatch(String id, String type, int timeout) {
        var function = function(id);

        assertThat(function.get("Handler").asText()).isEqualTo(type + "::handleRequest");
        assertThat(function.get("Timeout").asInt()).isEqualTo(timeout);
    }

    @Test
    void site_hasShortTimeout() {
        var function = function(OpenPage.FUNCTION);

        assertThat(function.get("Handler").asText()).isEqualTo("waggle.site.SiteFunction::handleRequest");
        assertThat(function.get("Timeout").asInt()).isEqualTo(10);
    }

    @Test
    void authorizer_hasShortTimeout() {
        var function = function("authorizer");

        assertThat(function.get("Handler").asText()).isEqualTo("waggle.authorizer.AuthorizerFunction::handleRequest");
        assertThat(function.get("Timeout").asInt()).isEqualTo(10);
    }
}
