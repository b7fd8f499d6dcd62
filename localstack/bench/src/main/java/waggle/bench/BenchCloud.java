package waggle.bench;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.cloud.Cloud;
import waggle.cloud.CloudOptions;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.aws.Clients;
import waggle.model.aws.Settings;
import waggle.model.companies.Company;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.store.Store;
import waggle.model.tags.Tag;

/**
 * The table that the functions read, and a company in it.
 *
 * @param key the company's key, which may do everything
 * @param actor the same as the authorizer hands it on
 */
record BenchCloud(Cloud cloud, KeySecret key, Actor actor) implements AutoCloseable {
    private static final AwsBasicCredentials CREDENTIALS = AwsBasicCredentials.create("bench", "bench");

    /** Of requests a minute: never reached. */
    private static final int RATE = 1_000_000;

    static BenchCloud start() throws Exception {
        var cloud = Cloud.start(CloudOptions.defaults().withRate(RATE).withLocalWebhooks());
        var key = cloud.open(new Company("Bench"), KeySecret.Mode.TEST, Scopes.of(Scopes.Scope.ADMIN));
        var grant = cloud.keys().find(key).orElseThrow();
        return new BenchCloud(cloud, key, new Actor(grant.company(), grant.uuid(), "bench"));
    }

    Settings settings() {
        return cloud.settings();
    }

    static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(CREDENTIALS);
    }

    /** What a deployed function would find in its environment. */
    Map<String, String> environment() {
        return Map.of(
                Settings.REGION,
                settings().region(),
                Settings.TABLE,
                settings().table(),
                Settings.DYNAMODB_ENDPOINT,
                Objects.toString(settings().dynamoDbEndpoint()),
                "AWS_ACCESS_KEY_ID",
                CREDENTIALS.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY",
                CREDENTIALS.secretAccessKey());
    }

    /** One more tag; labels are unique. */
    UUID newTag() {
        try (var client = Clients.dynamoDb(settings(), credentials())) {
            var tag = new Tag("Gold " + Uuids.next(), Tag.Association.PARTNER, "#FFD700", "#000000", null);
            return new Store<>(client, settings().table(), Tag.RESOURCE, Clock.systemUTC())
                    .create(actor, tag)
                    .uuid();
        }
    }

    @Override
    public void close() {
        cloud.close();
    }
}
