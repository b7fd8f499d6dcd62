package waggle.bench.cloud;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.cloud.Cloud;
import waggle.cloud.CloudOptions;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.companies.Company;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.tags.Tag;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Settings;

/**
 * The table that the functions read, with one company.
 *
 * @param key the company's key with the scope admin
 * @param actor the actor of this key
 */
public record BenchCloud(Cloud cloud, KeySecret key, Actor actor) implements AutoCloseable {
    private static final AwsBasicCredentials CREDENTIALS = AwsBasicCredentials.create("bench", "bench");

    /** A rate limit in requests a minute that is never reached. */
    private static final int RATE = 1_000_000;

    public static BenchCloud start() throws Exception {
        var cloud = Cloud.start(
                CloudOptions.defaults().withRate(RATE).withLocalWebhooks().withLockTime(Duration.ZERO));
        var key = cloud.open(new Company("Bench"), KeySecret.Mode.TEST, Scopes.of(Scopes.Scope.ADMIN));
        var grant = cloud.keys().find(key).orElseThrow();
        return new BenchCloud(cloud, key, Actor.ofKey(grant.company(), grant.uuid(), grant.label(), "bench"));
    }

    public Settings settings() {
        return cloud.settings();
    }

    public static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(CREDENTIALS);
    }

    /** The environment of a deployed function. */
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

    /** Creates a tag with a unique label. */
    public UUID newTag() {
        try (var client = Clients.dynamoDb(settings(), credentials())) {
            var tag = new Tag("Gold " + Uuids.next(), Tag.Association.PARTNER, "#FFD700", "#000000", null);
            return Catalogue.writes(client, settings().table(), Clock.systemUTC())
                    .run(actor, write -> write.create(Tag.RESOURCE, tag))
                    .uuid();
        }
    }

    @Override
    public void close() {
        cloud.close();
    }
}
