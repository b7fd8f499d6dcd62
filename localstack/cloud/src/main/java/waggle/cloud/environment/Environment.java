package waggle.cloud.environment;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.account.GatewayPlan;
import waggle.model.catalogue.Catalogue;
import waggle.model.companies.Company;
import waggle.model.keys.KeyPlan;
import waggle.model.keys.KeySecret;
import waggle.model.keys.KeyStore;
import waggle.model.keys.Scopes;
import waggle.model.migration.Migration;
import waggle.model.migration.Progress;
import waggle.model.status.Component;
import waggle.model.status.StatusWrites;
import waggle.platform.aws.Clients;
import waggle.platform.aws.PlanSettings;
import waggle.platform.aws.Settings;

/**
 * Direct access to the table and the usage plan of an environment, in AWS or on this machine.
 *
 * @param baseUrl of the API, with {@code /v1}
 * @param mode the mode of the keys that the environment issues
 */
public record Environment(
        URI baseUrl, Settings settings, PlanSettings plan, AwsCredentialsProvider credentials, KeySecret.Mode mode) {

    /** Opens a company and returns its first key. */
    public KeySecret open(Company company, String label, Scopes scopes) {
        try (var dynamoDb = Clients.dynamoDb(settings, credentials);
                var gateway = GatewayPlan.of(plan, credentials)) {
            return Catalogue.companies(dynamoDb, settings.table(), Clock.systemUTC(), gateway)
                    .open(company, label, mode, scopes);
        }
    }

    /**
     * The result of a refill.
     *
     * @param keys all API keys of the table
     * @param missing those that the usage plan did not have
     */
    public record Refill(int keys, int missing) {}

    /** Adds the API keys of the table to the usage plan. A repetition continues with those that are still missing. */
    public Refill refill() {
        try (var dynamoDb = Clients.dynamoDb(settings, credentials);
                var gateway = GatewayPlan.of(plan, credentials)) {
            var admitted = gateway.admitted();
            var keys = new KeyStore(dynamoDb, settings.table()).all();
            var missing = keys.stream()
                    .filter(key -> !admitted.contains(KeyPlan.value(key)))
                    .toList();
            missing.forEach(gateway::admit);
            return new Refill(keys.size(), missing.size());
        }
    }

    /**
     * Brings the records of earlier releases up to date.
     *
     * @param watcher gets the progress after each page
     */
    public Progress migrate(Consumer<Progress> watcher) {
        try (var dynamoDb = Clients.dynamoDb(settings, credentials)) {
            return new Migration(dynamoDb, settings.table(), Catalogue.resources()).run(watcher);
        }
    }

    /**
     * Adds the words of an operator to the open incidents of the status page.
     *
     * @return the components whose incidents they explain
     */
    public List<Component> note(String text) {
        try (var dynamoDb = Clients.dynamoDb(settings, credentials)) {
            return new StatusWrites(dynamoDb, settings.table()).note(Instant.now(), text);
        }
    }

    /**
     * Writes a sample event of the company of a key.
     *
     * @return the uuid of the event, or empty if the key is not valid in this environment
     */
    public Optional<UUID> send(KeySecret key, Sample sample) {
        try (var dynamoDb = Clients.dynamoDb(settings, credentials)) {
            return new EventWriter(dynamoDb, settings.table()).write(key, sample);
        }
    }

    /**
     * Requests a replay of a period for every enabled webhook endpoint of every company.
     *
     * @return the number of endpoints
     */
    public int replay(Instant since, Instant until) {
        try (var dynamoDb = Clients.dynamoDb(settings, credentials)) {
            return new ReplayOfAll(dynamoDb, settings.table()).request(since, until);
        }
    }
}
