package waggle.providers.token;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Details;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.providers.call.Host;
import waggle.providers.hubspot.HubSpotCrm;

/**
 * The ways in which providers give access tokens.
 *
 * @param credentials of the connection, which have one of the forms of its provider
 * @param fake the address of a CRM in memory; null for the provider
 */
public record Grants(HttpClient http, Clock clock, @Nullable URI fake, Map<String, String> credentials) {
    private static final String CLIENT_ID = "client_id";
    private static final String CLIENT_SECRET = "client_secret";
    private static final String CONSUMER_KEY = "consumer_key";
    private static final String CONSUMER_SECRET = "consumer_secret";
    private static final String MY_DOMAIN = "my_domain";
    private static final String PRIVATE_KEY = "private_key";
    private static final String USERNAME = "username";

    private static final URI PIPEDRIVE = URI.create("https://oauth.pipedrive.com");
    private static final String LOGIN = "https://login.salesforce.com";
    private static final String SANDBOX_LOGIN = "https://test.salesforce.com";
    private static final String SALESFORCE_TOKENS = "/services/oauth2/token";

    private Host host(URI provider) {
        return new Host(http, Objects.requireNonNullElse(fake, provider));
    }

    @Override
    public String toString() {
        return "Grants";
    }

    private String credential(String name) {
        return Objects.requireNonNull(credentials.get(name));
    }

    /** HubSpot names the client in the form (HubSpot developer documentation, "OAuth tokens", 2026-03). */
    public Grant hubSpot() {
        return new Grant(host(HubSpotCrm.PUBLIC), "/oauth/2026-03/token", Map.of(), List.of(), tokens -> {
            var form = new LinkedHashMap<>(Grant.refreshing(tokens, credentials));
            form.put(CLIENT_ID, credential(CLIENT_ID));
            form.put(CLIENT_SECRET, credential(CLIENT_SECRET));
            return form;
        });
    }

    /** Pipedrive names the client in a header (Pipedrive API reference, "OAuth authorization"). */
    public Grant pipedrive() {
        var client = credential(CLIENT_ID) + ":" + credential(CLIENT_SECRET);
        var basic = "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
        return new Grant(
                host(PIPEDRIVE),
                "/oauth/token",
                Map.of("Authorization", basic),
                List.of(credential(CLIENT_SECRET)),
                tokens -> Grant.refreshing(tokens, credentials));
    }

    /** The organization: its My Domain, which Salesforce owns, or the fake. */
    public URI salesforceHost() {
        return fake == null ? URI.create(credential(MY_DOMAIN)) : fake;
    }

    /** There is no refresh token: a token is asked for anew (Salesforce Help, "OAuth 2.0 Client Credentials Flow"). */
    public Grant salesforce() {
        var host = new Host(http, salesforceHost());
        if (!credentials.containsKey(PRIVATE_KEY)) {
            var form = Map.of(
                    "grant_type",
                    "client_credentials",
                    CLIENT_ID,
                    credential(CONSUMER_KEY),
                    CLIENT_SECRET,
                    credential(CONSUMER_SECRET));
            return new Grant(host, SALESFORCE_TOKENS, Map.of(), List.of(), tokens -> form);
        }
        var jwt = jwt();
        return new Grant(host, SALESFORCE_TOKENS, Map.of(), List.of(), tokens -> jwt.form(clock.instant()));
    }

    private JwtBearer jwt() {
        var key = JwtBearer.key(credential(PRIVATE_KEY))
                .orElseThrow(() -> new CrmFailure(Kind.STOP, "The private key cannot be read", Details.NONE));
        var isSandbox = credential(MY_DOMAIN).contains(".sandbox.");
        return new JwtBearer(key, credential(CONSUMER_KEY), isSandbox ? SANDBOX_LOGIN : LOGIN, credential(USERNAME));
    }
}
