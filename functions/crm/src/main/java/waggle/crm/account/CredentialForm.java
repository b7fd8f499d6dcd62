package waggle.crm.account;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import waggle.model.Fault;
import waggle.model.crm.mapping.Provider;

/** The credentials that each provider needs. */
final class CredentialForm {
    static final String TOKEN = "token";
    static final String MY_DOMAIN = "my_domain";
    static final String CONSUMER_KEY = "consumer_key";
    static final String CONSUMER_SECRET = "consumer_secret";

    /** Characters that the header of a call can have. */
    private static final Pattern TEXT = Pattern.compile("[!-~]{1,1000}");

    /**
     * The My Domain of an organization, or of a sandbox, like {@code acme--test.sandbox.my.salesforce.com} (Salesforce Help, "My
     * Domain URL Formats"). Salesforce owns every host of this form.
     */
    private static final Pattern SALESFORCE_HOST =
            Pattern.compile("https://[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z]{1,20})?\\.my\\.salesforce\\.com");

    private static final Map<String, Pattern> ONE_TOKEN = Map.of(TOKEN, TEXT);
    private static final Map<String, Pattern> APP =
            Map.of(MY_DOMAIN, SALESFORCE_HOST, CONSUMER_KEY, TEXT, CONSUMER_SECRET, TEXT);

    private CredentialForm() {}

    static List<Fault> faults(Provider provider, Map<String, String> credentials) {
        return switch (provider) {
            case HUBSPOT -> faults(ONE_TOKEN, credentials, "must be a key of HubSpot, like {\"token\":\"pat-na1-…\"}");
            case PIPEDRIVE ->
                faults(ONE_TOKEN, credentials, "must be an API token of Pipedrive, like {\"token\":\"0a1b2c3d…\"}");
            case SALESFORCE ->
                faults(
                        APP,
                        credentials,
                        "must be an app of Salesforce, like {\"my_domain\":\"https://acme.my.salesforce.com\","
                                + "\"consumer_key\":\"3MVG9…\",\"consumer_secret\":\"…\"}");
        };
    }

    private static List<Fault> faults(Map<String, Pattern> form, Map<String, String> credentials, String message) {
        var fits = credentials.keySet().equals(form.keySet())
                && form.entrySet().stream().allMatch(field -> field.getValue()
                        .matcher(credentials.get(field.getKey()))
                        .matches());
        return fits ? List.of() : List.of(new Fault("credentials", message));
    }
}
