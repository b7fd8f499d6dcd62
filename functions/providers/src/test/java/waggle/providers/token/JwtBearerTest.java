package waggle.providers.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.cloud.crm.fake.Fault;
import waggle.cloud.crm.salesforce.SalesforceFake;
import waggle.model.ManualClock;
import waggle.model.crm.port.CallBudget;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.providers.MemoryTokens;
import waggle.providers.ProviderCase;
import waggle.providers.call.Host;
import waggle.providers.salesforce.SalesforceCrm;

/** Apps of Salesforce that sign in with a private key. The Salesforce in memory checks the assertion. */
class JwtBearerTest {
    private static final HttpClient CLIENT = Host.newClient();
    private static final String APP = "3MVG9-local";
    private static final String USER = "sam@acme.example";
    private static final KeyPair KEYS = keys();

    private final ManualClock clock = new ManualClock(ProviderCase.START);
    private final FakeCrm salesforce = SalesforceFake.startWithKey(APP, KEYS.getPublic(), USER, clock);

    @AfterEach
    void stop() {
        salesforce.close();
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private Crm app(String domain, String consumerKey, String user, KeyPair keys) {
        var credentials =
                Map.of("my_domain", domain, "consumer_key", consumerKey, "username", user, "private_key", pem(keys));
        var grant = new Grants(CLIENT, clock, salesforce.url(), credentials).salesforce();
        return new SalesforceCrm(
                CLIENT, salesforce.url(), new GrantedToken(grant, new MemoryTokens(), clock), CallBudget.UNLIMITED);
    }

    @Test
    void app_thatSignsWithItsKey_getsATokenForEachExpiry() {
        var crm = app("https://acme.my.salesforce.com", APP, USER, KEYS);
        assertThat(crm.account().id()).isNotEmpty();
        assertThat(crm.account().id()).isNotEmpty();
        assertThat(tokens()).isEqualTo(1);
        salesforce.add(Fault.TOKEN_EXPIRED);
        clock.move(Duration.ofMinutes(10));
        assertThat(crm.account().id()).isNotEmpty();
        assertThat(tokens()).isEqualTo(2);
        assertThat(app("https://acme--test.sandbox.my.salesforce.com", APP, USER, KEYS)
                        .account()
                        .id())
                .isNotEmpty();
    }

    private long tokens() {
        return salesforce.calls().stream()
                .filter(call -> call.equals("POST /services/oauth2/token"))
                .count();
    }

    @Test
    void assertion_ofAnotherKeyAppOrUser_isRefused_withoutASecretInTheMessage() {
        var domain = "https://acme.my.salesforce.com";
        refused(app(domain, APP, USER, keys()));
        refused(app(domain, "another-app", USER, KEYS));
        refused(app(domain, APP, "eve@acme.example", KEYS));
    }

    private static void refused(Crm crm) {
        assertThatThrownBy(crm::account)
                .isInstanceOfSatisfying(
                        CrmFailure.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.STOP))
                .hasMessageNotContaining("PRIVATE KEY");
    }

    @Test
    void key_inAnotherForm_isNone() {
        assertThat(JwtBearer.key(pem(KEYS))).isPresent();
        assertThat(JwtBearer.key(pem(KEYS).replace("PRIVATE", "PUBLIC"))).isEmpty();
        assertThat(JwtBearer.key(pem(KEYS).replaceAll("[a-z]", "!"))).isEmpty();
    }
}
