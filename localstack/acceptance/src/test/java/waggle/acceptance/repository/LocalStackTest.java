package waggle.acceptance.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.acceptance.cloud.BaseUrl;
import waggle.acceptance.cloud.LocalCloud;
import waggle.model.Actor;
import waggle.model.PartnerType;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.paging.PageRequest;
import waggle.model.store.Store;
import waggle.model.table.NewTable;
import waggle.model.tags.Tag;
import waggle.model.tags.Tag.Association;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Settings;

/** The store on LocalStack's DynamoDB instead of the embedded one. */
final class LocalStackTest {
    private static final String TABLE = "waggle-localstack";

    @Test
    void record_writtenToLocalStack_isReadBack() throws IOException {
        BaseUrl.assumeLocal();
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no Docker engine answers; skipped");
        try (var localStack = new LocalStackContainer(image()).withServices("dynamodb")) {
            localStack.start();
            var settings = new Settings(localStack.getRegion(), TABLE, localStack.getEndpoint());
            var credentials = AwsBasicCredentials.create(localStack.getAccessKey(), localStack.getSecretKey());
            try (var dynamoDb = Clients.dynamoDb(settings, StaticCredentialsProvider.create(credentials))) {
                NewTable.create(dynamoDb, TABLE);
                var store = new Store<>(dynamoDb, TABLE, Tag.RESOURCE, Clock.systemUTC());
                var actor = Actor.ofKey(Uuids.next(), Uuids.next(), "Test", "test");

                var tag = new Tag("Gold", Association.DEAL, "#1A2B3C", "#FFFFFF", PartnerType.RESELLER);

                var created = Catalogue.writes(dynamoDb, TABLE, Clock.systemUTC())
                        .run(actor, write -> write.create(Tag.RESOURCE, tag));

                assertThat(store.get(actor, created.uuid())).isEqualTo(created);
                assertThat(store.page(actor, new PageRequest(1, 10)).data()).containsExactly(created);
            }
        }
    }

    /** The image that {@code docker compose} starts. */
    private static DockerImageName image() throws IOException {
        var compose = LocalCloud.checkout().resolve("localstack/docker-compose.yml");
        return Files.readAllLines(compose).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("image:"))
                .map(line ->
                        DockerImageName.parse(line.substring("image:".length()).strip()))
                .findFirst()
                .orElseThrow();
    }
}
