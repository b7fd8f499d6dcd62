package waggle.cloud;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.account.GatewayPlan;
import waggle.model.aws.Clients;
import waggle.model.aws.PlanSettings;
import waggle.model.aws.Settings;
import waggle.model.companies.Companies;
import waggle.model.companies.Company;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;

/**
 * An environment, in AWS or on this machine, reached beside its API.
 *
 * @param mode of the keys
 */
record Environment(Settings settings, PlanSettings plan, AwsCredentialsProvider credentials, KeySecret.Mode mode) {

    /** Opens a company, and answers its first key. */
    KeySecret open(Company company, String label, Scopes scopes) {
        try (var dynamoDb = Clients.dynamoDb(settings, credentials);
                var gateway = GatewayPlan.of(plan, credentials)) {
            return new Companies(dynamoDb, settings.table(), Clock.systemUTC(), gateway)
                    .open(company, label, mode, scopes);
        }
    }

    /** Sends a sample event in the company of a key, and answers the event's uuid; empty if the key opens nothing here. */
    Optional<UUID> send(KeySecret key, Sample sample) {
        try (var dynamoDb = Clients.dynamoDb(settings, credentials)) {
            return new Outbox(dynamoDb, settings.table()).put(key, sample);
        }
    }
}
