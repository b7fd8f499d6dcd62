package waggle.crm.account;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import waggle.model.Fault;
import waggle.model.crm.mapping.Provider;
import waggle.providers.token.JwtBearer;

/** The credentials that each provider accepts. */
final class CredentialForm {
    static final String TOKEN = "token";
    static final String MY_DOMAIN = "my_domain";
    static final String CONSUMER_KEY = "consumer_key";
    static final String CONSUMER_SECRET = "consumer_secret";
    static final String USERNAME = "username";
    static final String PRIVATE_KEY = "private_key";
    static final String CLIENT_ID = "client_id";
    static final String CLIENT_SECRET = "client_secret";
    static final String REFRESH_TOKEN = "refresh_token";
    static final String CODE = "code";
    static final String REDIRECT_URI = "redirect_uri";

    /** Characters that the header of a call can have. */
    private static final Pattern TEXT = Pattern.compile("[!-~]{1,1000}");

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----[A-Za-z0-9+/=\\s]{100,7900}-----END PRIVATE KEY-----\\s*");

    /**
     * The My Domain of an organization, or of a sandbox, like {@code acme--test.sandbox.my.salesforce.com} (Salesforce Help, "My
     * Domain URL Formats"). Salesforce owns every host of this form.
     */
    private static final Pattern SALESFORCE_HOST =
            Pattern.compile("https://[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z]{1,20})?\\.my\\.salesforce\\.com");

    private static final Map<String, Pattern> ONE_TOKEN = Map.of(TOKEN, TEXT);
    /** A static token of an app, whose secret proves its hooks. */
    private static final Map<String, Pattern> APP_TOKEN = Map.of(TOKEN, TEXT, CLIENT_SECRET, TEXT);

    private static final Map<String, Pattern> REFRESH =
            Map.of(CLIENT_ID, TEXT, CLIENT_SECRET, TEXT, REFRESH_TOKEN, TEXT);
    private static final Map<String, Pattern> CONSENT =
            Map.of(CLIENT_ID, TEXT, CLIENT_SECRET, TEXT, CODE, TEXT, REDIRECT_URI, TEXT);
    private static final Map<String, Pattern> APP =
            Map.of(MY_DOMAIN, SALESFORCE_HOST, CONSUMER_KEY, TEXT, CONSUMER_SECRET, TEXT);
    private static final Map<String, Pattern> JWT =
            Map.of(MY_DOMAIN, SALESFORCE_HOST, CONSUMER_KEY, TEXT, USERNAME, TEXT, PRIVATE_KEY, PEM);

    private static final String OAUTH = ", or an app of OAuth, like {\"client_id\":\"…\",\"client_secret\":\"…\","
            + "\"refresh_token\":\"…\"}, or with code and redirect_uri in place of refresh_token";

    private CredentialForm() {}

    static List<Fault> faults(Provider provider, Map<String, String> credentials) {
        return switch (provider) {
            case HUBSPOT ->
                faults(
                        List.of(ONE_TOKEN, APP_TOKEN, REFRESH, CONSENT),
                        credentials,
                        "must be a key of HubSpot, like {\"token\":\"pat-na1-…\"}, with client_secret if the app has hooks"
                                + OAUTH);
            case PIPEDRIVE ->
                faults(
                        List.of(ONE_TOKEN, REFRESH, CONSENT),
                        credentials,
                        "must be an API token of Pipedrive, like {\"token\":\"0a1b2c3d…\"}" + OAUTH);
            case SALESFORCE ->
                faults(
                        List.of(APP, JWT),
                        credentials,
                        "must be an app of Salesforce, like {\"my_domain\":\"https://acme.my.salesforce.com\","
                                + "\"consumer_key\":\"3MVG9…\",\"consumer_secret\":\"…\"}, or with username and"
                                + " private_key (PKCS #8 in PEM form, RSA, at least 2048 bits) in place of consumer_secret");
        };
    }

    private static List<Fault> faults(
            List<Map<String, Pattern>> forms, Map<String, String> credentials, String message) {
        return forms.stream().anyMatch(form -> fits(form, credentials))
                ? List.of()
                : List.of(new Fault("credentials", message));
    }

    private static boolean fits(Map<String, Pattern> form, Map<String, String> credentials) {
        return credentials.keySet().equals(form.keySet())
                && form.entrySet().stream().allMatch(field -> field.getValue()
                        .matcher(credentials.get(field.getKey()))
                        .matches())
                && (!form.containsKey(PRIVATE_KEY)
                        || JwtBearer.key(credentials.getOrDefault(PRIVATE_KEY, ""))
                                .isPresent());
    }
}
