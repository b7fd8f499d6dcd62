package waggle.providers.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.cloud.crm.fake.FakeAccount;
import waggle.cloud.crm.fake.FakeApi;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.cloud.crm.fake.FakeGrants;
import waggle.cloud.crm.fake.Fault;
import waggle.cloud.crm.fake.Reply;
import waggle.cloud.crm.fake.Request;
import waggle.cloud.crm.hubspot.HubSpotFake;
import waggle.cloud.crm.pipedrive.PipedriveFake;
import waggle.model.ManualClock;
import waggle.model.crm.port.CallBudget;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.providers.MemoryTokens;
import waggle.providers.ProviderCase;
import waggle.providers.call.Host;
import waggle.providers.hubspot.HubSpotCrm;
import waggle.providers.pipedrive.PipedriveCrm;

/** Access tokens of OAuth, with refresh tokens that are good for one use. */
class GrantedTokenTest {
    private static final HttpClient CLIENT = Host.newClient();
    private static final int WORKERS = 30;

    private final ManualClock clock = new ManualClock(ProviderCase.START);
    private final FakeCrm hubSpot = HubSpotFake.start(0, "pat-local-1", clock);
    private final FakeCrm pipedrive = PipedriveFake.start(0, "local-1", clock);
    private final MemoryTokens tokens = new MemoryTokens();

    @AfterEach
    void stop() {
        hubSpot.close();
        pipedrive.close();
    }

    private static Map<String, String> credentials(String name, String value) {
        var credentials = new HashMap<>(Map.of(name, value, "redirect_uri", "https://acme.example/crm"));
        credentials.put("client_id", FakeGrants.CLIENT_ID);
        credentials.put("client_secret", FakeGrants.CLIENT_SECRET);
        return credentials;
    }

    private Crm worker(String provider, TokenStore store, Map<String, String> credentials) {
        return worker(provider, (provider.equals("hubspot") ? hubSpot : pipedrive).url(), store, credentials);
    }

    private Crm worker(String provider, URI url, TokenStore store, Map<String, String> credentials) {
        var isHubSpot = provider.equals("hubspot");
        var grants = new Grants(CLIENT, clock, url, credentials);
        var token = new GrantedToken(isHubSpot ? grants.hubSpot() : grants.pipedrive(), store, clock);
        return isHubSpot
                ? new HubSpotCrm(CLIENT, url, token, CallBudget.UNLIMITED)
                : new PipedriveCrm(CLIENT, url, token, CallBudget.UNLIMITED);
    }

    private Crm worker(String provider) {
        return worker(provider, tokens, credentials("refresh_token", FakeGrants.REFRESH_TOKEN));
    }

    private long renewals() {
        return Stream.of(hubSpot, pipedrive)
                .flatMap(fake -> fake.calls().stream())
                .filter(call -> call.startsWith("POST /oauth/"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hubspot", "pipedrive"})
    void manyWorkers_renewOnce_atFirst_afterTheExpiry_andAfterARefusal(String provider) throws InterruptedException {
        atOnce(provider);
        assertThat(renewals()).isEqualTo(1);
        clock.move(Duration.ofMinutes(29).plusSeconds(30));
        atOnce(provider);
        assertThat(renewals()).isEqualTo(2);
        (provider.equals("hubspot") ? hubSpot : pipedrive).add(Fault.TOKEN_EXPIRED);
        atOnce(provider);
        assertThat(renewals()).isEqualTo(3);
    }

    private void atOnce(String provider) throws InterruptedException {
        Callable<String> work = () -> worker(provider).account().id();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(workers.invokeAll(
                            Stream.generate(() -> work).limit(WORKERS).toList()))
                    .allSatisfy(done -> assertThat(done.resultNow()).isNotEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hubspot", "pipedrive"})
    void codeOfAConsent_isExchangedOnce_andThenTheRefreshTokenCounts(String provider) {
        var credentials = credentials("code", FakeGrants.CODE);
        assertThat(worker(provider, tokens, credentials).account().id()).isNotEmpty();
        clock.move(Duration.ofHours(1));
        assertThat(worker(provider, tokens, credentials).account().id()).isNotEmpty();
        assertThat(renewals()).isEqualTo(2);
    }

    /** The rotated token is lost with the process. A person has to connect again: nothing hides it, and nothing repeats it. */
    @Test
    void processThatDiesBeforeItStoresTheTokens_endsInAStop_thatNewCredentialsClear() {
        var dying = new TokenStore() {
            @Override
            public Stored read() {
                return tokens.read();
            }

            @Override
            public boolean lease(String edition, Instant now, Instant until) {
                return tokens.lease(edition, now, until);
            }

            @Override
            public void release(String edition, Instant until) {
                tokens.release(edition, until);
            }

            @Override
            public boolean store(String edition, Tokens renewed) {
                throw new IllegalStateException("killed");
            }
        };
        var credentials = credentials("refresh_token", FakeGrants.REFRESH_TOKEN);
        assertThatThrownBy(() -> worker("hubspot", dying, credentials).account())
                .hasMessage("killed");

        clock.move(Duration.ofMinutes(1));
        assertThatThrownBy(() -> worker("hubspot").account())
                .isInstanceOfSatisfying(
                        CrmFailure.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.STOP))
                .hasMessageNotContaining("local-");
        var others = worker("hubspot", new MemoryTokens(), credentials("refresh_token", "local-refresh-1:1"));
        assertThat(others.account().id()).isNotEmpty();
    }

    /** A limit is no refusal of the credentials: nobody has to connect again. */
    @Test
    void limitOfTokens_isAPause() {
        hubSpot.add(Fault.BURST_LIMIT);
        assertThatThrownBy(() -> worker("hubspot").account())
                .isInstanceOfSatisfying(
                        CrmFailure.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.WAIT));
        assertThat(worker("hubspot").account().id()).isNotEmpty();
    }

    @Test
    void failureOfTheServer_isRetriedWithTheSameToken_atOnce() {
        hubSpot.add(Fault.SERVER_ERROR);
        assertThatThrownBy(() -> worker("hubspot").account())
                .isInstanceOfSatisfying(
                        CrmFailure.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.RETRY));
        assertThat(worker("hubspot").account().id()).isNotEmpty();
    }

    /** Refuses every grant, and repeats what it was sent, both encoded and decoded. */
    private record Repeating(FakeApi of) implements FakeApi {
        @Override
        public FakeAccount account() {
            return of.account();
        }

        @Override
        public Reply reply(Request request) {
            var basic = request.authorization().replaceFirst("Basic ", "");
            var client = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            var said = "%s %s %s %s".formatted(request.text(), request.form(), request.authorization(), client);
            return Reply.json(
                    400,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("error", "invalid_grant")
                            .put("error_description", said));
        }

        @Override
        public Reply reply(Fault fault) {
            return of.reply(fault);
        }

        @Override
        public boolean isWrite(Request request) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hubspot", "pipedrive"})
    void refusalThatRepeatsTheRequest_isToldWithoutItsSecrets(String provider) {
        var api = new Repeating(HubSpotFake.account("pat-local-1", new FakeGrants(clock), clock));
        try (var repeating = FakeCrm.start(0, api)) {
            var credentials = credentials("refresh_token", FakeGrants.REFRESH_TOKEN);
            assertThatThrownBy(() -> worker(provider, repeating.url(), tokens, credentials)
                            .account())
                    .isInstanceOfSatisfying(CrmFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(Kind.STOP))
                    .hasMessageContaining("grant_type=refresh_token")
                    .hasMessageNotContainingAny("local-refresh-", "local-client-secret-");
        }
    }
}
