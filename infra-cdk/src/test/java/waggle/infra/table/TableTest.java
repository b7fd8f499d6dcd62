package waggle.infra.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.infra.Synthesis;
import waggle.infra.environment.Environment;

@ResourceLock(Synthesis.CDK)
final class TableTest {

    @Test
    void keys_areThoseOfModel() {
        var properties = table(Environment.DEV).get("Properties");

        assertThat(properties.get("KeySchema")).hasToString("""
                [{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}]""");
        assertThat(properties.get("AttributeDefinitions")).hasToString("""
                [{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"S"},\
                {"AttributeName":"listed_at","AttributeType":"S"},{"AttributeName":"parent","AttributeType":"S"},\
                {"AttributeName":"created_at","AttributeType":"S"},{"AttributeName":"second_parent","AttributeType":"S"},\
                {"AttributeName":"due_shard","AttributeType":"S"},{"AttributeName":"next_attempt_at","AttributeType":"S"}]""");
    }

    @Test
    void indexesOfRecords_projectFacetsOnly() {
        assertThat(index(0)).hasToString("""
                {"IndexName":"facets",\
                "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"listed_at","KeyType":"RANGE"}],\
                "Projection":{"NonKeyAttributes":["facets"],"ProjectionType":"INCLUDE"}}""");
        assertThat(index(1)).hasToString("""
                {"IndexName":"parent",\
                "KeySchema":[{"AttributeName":"parent","KeyType":"HASH"},{"AttributeName":"created_at","KeyType":"RANGE"}],\
                "Projection":{"NonKeyAttributes":["facets"],"ProjectionType":"INCLUDE"}}""");
    }

    @Test
    void indexOfSecondGroups_projectsFacetsOnly() {
        assertThat(index(2)).hasToString("""
                {"IndexName":"second_parent",\
                "KeySchema":[{"AttributeName":"second_parent","KeyType":"HASH"},{"AttributeName":"created_at","KeyType":"RANGE"}],\
                "Projection":{"NonKeyAttributes":["facets"],"ProjectionType":"INCLUDE"}}""");
    }

    @Test
    void indexOfDueRecords_projectsItsAttributes() {
        assertThat(index(3)).hasToString("""
                {"IndexName":"due",\
                "KeySchema":[{"AttributeName":"due_shard","KeyType":"HASH"},{"AttributeName":"next_attempt_at","KeyType":"RANGE"}],\
                "Projection":{"NonKeyAttributes":["webhook_endpoint_uuid","event_uuid","record_uuid"],"ProjectionType":"INCLUDE"}}""");
    }

    @Test
    void indexes_areFour() {
        assertThat(table(Environment.DEV).at("/Properties/GlobalSecondaryIndexes"))
                .hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void table_expiresItems_streams_isEncrypted_andOnDemand(Environment environment) {
        var properties = table(environment).get("Properties");

        assertThat(properties.get("TimeToLiveSpecification")).hasToString("""
                {"AttributeName":"expires_at","Enabled":true}""");
        assertThat(properties.at("/StreamSpecification/StreamViewType").asText())
                .isEqualTo("NEW_IMAGE");
        assertThat(properties.get("SSESpecification")).hasToString("""
                {"SSEEnabled":true,"SSEType":"KMS"}""");
        assertThat(properties.get("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
    }

    @ParameterizedTest
    @EnumSource
    void table_hasPointInTimeRecovery(Environment environment) {
        var replica = table(environment).at("/Properties/Replicas/0");

        assertThat(replica.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void tableOfProduction_outlivesStack() {
        var table = table(Environment.PROD);

        assertThat(table.get("DeletionPolicy").asText()).isEqualTo("Retain");
        assertThat(table.get("UpdateReplacePolicy").asText()).isEqualTo("Retain");
        assertThat(table.at("/Properties/Replicas/0/DeletionProtectionEnabled").asBoolean())
                .isTrue();
        assertThat(Synthesis.stack(Environment.PROD).getTerminationProtection()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROD")
    void otherTable_isDeletedWithStack(Environment environment) {
        var table = table(environment);

        assertThat(table.get("DeletionPolicy").asText()).isEqualTo("Delete");
        assertThat(table.at("/Properties/Replicas/0/DeletionProtectionEnabled").asBoolean())
                .isFalse();
    }

    private static JsonNode index(int number) {
        return table(Environment.DEV).at("/Properties/GlobalSecondaryIndexes/" + number);
    }

    private static JsonNode table(Environment environment) {
        return Synthesis.resources(environment)
                .only("AWS::DynamoDB::GlobalTable")
                .getValue();
    }
}
