package waggle.cloud.environment;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.account.GatewayPlan;
import waggle.model.catalogue.Catalogue;
import waggle.model.companies.Company;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.platform.aws.Clients;
import waggle.platform.aws.PlanSettings;
import waggle.platform.aws.Settings;

/**
 * Direct access to the table and the usage plan of an environment, in AWS or on this machine.
 *
 * @param mode the mode of the keys that the environment issues
 */
public record Environment(
        Settings settings, PlanSettings plan, AwsCredentialsProvider credentials, KeySecret.Mode mode) {

    /** Opens a company and returns its first key. */
    public KeySecret open(Company company, String label, Scopes scopes) {
        try (var dynamoDb = Clients.dynamoDb(settings, credentials);
                var gateway = GatewayPlan.of(plan, credentials)) {
            return Catalogue.companies(dynamoDb, settings.table(), Clock.systemUTC(), gateway)
                    .open(company, label, mode, scopes);
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
}
