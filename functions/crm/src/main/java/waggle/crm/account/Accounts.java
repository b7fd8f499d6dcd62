package waggle.crm.account;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Fault;
import waggle.model.crm.budget.SharedCalls;
import waggle.model.crm.mapping.Provider;
import waggle.model.crm.port.CallBudget;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.stored.Connections;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.records.Entity;
import waggle.platform.aws.CrmSettings;
import waggle.platform.aws.Settings;
import waggle.providers.call.Host;
import waggle.providers.hubspot.HubSpotCrm;
import waggle.providers.pipedrive.PipedriveCrm;
import waggle.providers.salesforce.SalesforceCrm;
import waggle.providers.token.Grant;
import waggle.providers.token.GrantedToken;
import waggle.providers.token.Grants;
import waggle.providers.token.TokenStore;

/** Opens the account of a connection. All that differs between providers outside of their clients stands here. */
public final class Accounts {
    private final HttpClient http = Host.newClient();
    private final DynamoDbClient client;
    private final Settings settings;
    private final CrmSettings crm;
    private final Connections connections;
    private final Clock clock;
    private final Owners owners;

    public Accounts(DynamoDbClient client, Settings settings, CrmSettings crm, Connections connections, Clock clock) {
        this.client = client;
        this.settings = settings;
        this.crm = crm;
        this.connections = connections;
        this.clock = clock;
        this.owners = new Owners(clock);
    }

    /** The users of the accounts. */
    public Owners owners() {
        return owners;
    }

    /**
     * The faults of credentials, before a call is made with them.
     *
     * @param credentials the bean validation has found their names and lengths valid
     */
    public static List<Fault> faults(Provider provider, Map<String, String> credentials) {
        return CredentialForm.faults(provider, credentials);
    }

    /** The secret of the app that the credentials belong to, if they name it. */
    public static Optional<String> clientSecret(Map<String, String> credentials) {
        return Optional.ofNullable(credentials.get(CredentialForm.CLIENT_SECRET));
    }

    /** The CRM's names of the objects that mappings can have. */
    public static List<String> objects(Provider provider) {
        return switch (provider) {
            case HUBSPOT -> List.of("companies", "contacts", "deals", "notes");
            case PIPEDRIVE -> List.of("organizations", "persons", "deals", "notes");
            case SALESFORCE -> List.of("Account", "Contact", "Lead", "Opportunity", "Task");
        };
    }

    /** The budget of a connection. */
    public SharedCalls calls(UUID company, Entity<CrmConnection> connection) {
        var share = Objects.requireNonNull(connection.value().dailyQuotaShare());
        var calls = dailyCalls(connection.value().provider());
        return new SharedCalls(client, settings.table(), clock, company, connection.uuid(), calls, share);
    }

    /**
     * The calls of the smallest paid account in a day (HubSpot developer documentation, "Usage guidelines"; Salesforce developer
     * documentation, "API Request Limits and Allocations", Enterprise Edition), or its tokens (Pipedrive API reference, "Rate
     * limiting").
     */
    private static long dailyCalls(Provider provider) {
        return switch (provider) {
            case HUBSPOT -> 250_000;
            case PIPEDRIVE -> 30_000;
            case SALESFORCE -> 100_000;
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
        var store = new StoredTokens(connections.tokens(company, connection.uuid()));
        return opened(connection.value().provider(), credentials, store, budget);
    }

    private Crm opened(Provider provider, Map<String, String> credentials, TokenStore store, CallBudget budget) {
        var fake = crm.fakes().get(provider);
        var grants = new Grants(http, clock, fake, credentials);
        var token = Optional.ofNullable(credentials.get(CredentialForm.TOKEN));
        return switch (provider) {
            case HUBSPOT -> {
                var base = Objects.requireNonNullElse(fake, HubSpotCrm.PUBLIC);
                yield token.map(key -> new HubSpotCrm(http, base, key, budget))
                        .orElseGet(() -> new HubSpotCrm(http, base, granted(grants.hubSpot(), store), budget));
            }
            case PIPEDRIVE -> {
                var base = Objects.requireNonNullElse(fake, PipedriveCrm.PUBLIC);
                yield token.map(key -> new PipedriveCrm(http, base, key, budget))
                        .orElseGet(() -> new PipedriveCrm(http, base, granted(grants.pipedrive(), store), budget));
            }
            case SALESFORCE ->
                new SalesforceCrm(http, grants.salesforceHost(), granted(grants.salesforce(), store), budget);
        };
    }

    private GrantedToken granted(Grant grant, TokenStore store) {
        return new GrantedToken(grant, store, clock);
    }
}
