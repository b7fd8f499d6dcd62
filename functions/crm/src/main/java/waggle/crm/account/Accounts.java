package waggle.crm.account;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Fault;
import waggle.model.crm.mapping.Provider;
import waggle.model.crm.port.CallBudget;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.stored.Connections;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.crm.stored.SharedCalls;
import waggle.model.records.Entity;
import waggle.platform.aws.CrmSettings;
import waggle.platform.aws.Settings;
import waggle.providers.call.Host;
import waggle.providers.hubspot.HubSpotCrm;

/** Opens the account of a connection. All that differs between providers outside of their clients stands here. */
public final class Accounts {
    private static final String TOKEN = "token";

    /** Characters that the header of a call can have. */
    private static final Pattern TOKEN_TEXT = Pattern.compile("[!-~]{1,1000}");

    private final HttpClient http = Host.newClient();
    private final DynamoDbClient client;
    private final Settings settings;
    private final CrmSettings crm;
    private final Connections connections;
    private final Clock clock;

    public Accounts(DynamoDbClient client, Settings settings, CrmSettings crm, Connections connections, Clock clock) {
        this.client = client;
        this.settings = settings;
        this.crm = crm;
        this.connections = connections;
        this.clock = clock;
    }

    /**
     * The faults of credentials, before a call is made with them.
     *
     * @param credentials the bean validation has found their names and lengths valid
     */
    public static List<Fault> faults(Provider provider, Map<String, String> credentials) {
        return switch (provider) {
            case HUBSPOT -> {
                var token = credentials.get(TOKEN);
                yield credentials.keySet().equals(Set.of(TOKEN))
                                && token != null
                                && TOKEN_TEXT.matcher(token).matches()
                        ? List.of()
                        : List.of(new Fault("credentials", "must be a key of HubSpot, like {\"token\":\"pat-na1-…\"}"));
            }
        };
    }

    /** The CRM's names of the objects that mappings can have. */
    public static List<String> objects(Provider provider) {
        return switch (provider) {
            case HUBSPOT -> List.of("companies", "contacts", "deals");
        };
    }

    /** The budget of a connection. */
    public SharedCalls calls(UUID company, Entity<CrmConnection> connection) {
        var share = Objects.requireNonNull(connection.value().dailyQuotaShare());
        var calls = dailyCalls(connection.value().provider());
        return new SharedCalls(client, settings.table(), clock, company, connection.uuid(), calls, share);
    }

    /** The calls of the smallest paid account in a day (HubSpot developer documentation, "Usage guidelines"). */
    private static long dailyCalls(Provider provider) {
        return switch (provider) {
            case HUBSPOT -> 250_000;
        };
    }

    /**
     * Opens the account.
     *
     * @throws CrmFailure of the kind {@link CrmFailure.Kind#STOP} if the connection has no credentials
     */
    public Crm open(UUID company, Entity<CrmConnection> connection, CallBudget budget) {
        var credentials = connections
                .credentials(company, connection.uuid())
                .orElseThrow(() -> new CrmFailure(
                        CrmFailure.Kind.STOP, "The connection has no credentials", CrmFailure.Details.NONE));
        return switch (connection.value().provider()) {
            case HUBSPOT ->
                new HubSpotCrm(
                        http,
                        Objects.requireNonNullElse(crm.hubSpot(), HubSpotCrm.PUBLIC),
                        Objects.requireNonNull(credentials.get(TOKEN)),
                        budget);
        };
    }
}
