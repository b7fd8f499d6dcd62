package waggle.cloud;

import java.time.Clock;
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
 * Opens companies in an environment, from outside of it.
 *
 * @param mode of the keys
 */
record KeyMaker(Settings settings, PlanSettings plan, AwsCredentialsProvider credentials, KeySecret.Mode mode) {

    KeySecret open(Company company, String label, Scopes scopes) {
        try (var dynamoDb = Clients.dynamoDb(settings, credentials);
                var gateway = GatewayPlan.of(plan, credentials)) {
            return new Companies(dynamoDb, settings.table(), Clock.systemUTC(), gateway)
                    .open(company, label, mode, scopes);
        }
    }
}
