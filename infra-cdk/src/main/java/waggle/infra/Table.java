package waggle.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.TableEncryptionV2;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;
import waggle.model.keys.ApiKey;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/** The one table, and who may do what with it. */
final class Table extends Construct {
    private static final List<String> RECORD_ACTIONS = List.of(
            "dynamodb:GetItem",
            "dynamodb:BatchGetItem",
            "dynamodb:Query",
            "dynamodb:ConditionCheckItem",
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem");

    private final TableV2 table;

    Table(Construct scope, Environment environment) {
        super(scope, "Table");
        table = TableV2.Builder.create(this, "Resource")
                .partitionKey(text(TableDesign.PARTITION_KEY))
                .sortKey(text(TableDesign.SORT_KEY))
                .globalSecondaryIndexes(List.of(
                        index(TableDesign.FACETS_INDEX, TableDesign.PARTITION_KEY),
                        index(TableDesign.PARENT_INDEX, TableDesign.PARENT)))
                .timeToLiveAttribute(TableDesign.TIME_TO_LIVE)
                .billing(Billing.onDemand())
                .encryption(TableEncryptionV2.awsManagedKey())
                .dynamoStream(StreamViewType.NEW_AND_OLD_IMAGES)
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .deletionProtection(environment.isProtected())
                .removalPolicy(environment.removalPolicy())
                .build();
    }

    String name() {
        return table.getTableName();
    }

    /** Lets a function look up one API key by its hash, note in its record that it was used, and see nothing else. */
    void grantKeyLookup(FunctionRole role) {
        role.allow(onKeys("dynamodb:GetItem", ItemKey.apiKey("*").pk()));
        role.allow(onKeys("dynamodb:UpdateItem", "C#*#" + ApiKey.NAME));
    }

    /** Lets a function see whether the table answers. */
    void grantProbe(FunctionRole role) {
        role.allow(onKeys("dynamodb:GetItem", ItemKey.probe().pk()));
    }

    private PolicyStatement onKeys(String action, String partitions) {
        return PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(List.of(table.getTableArn()))
                .conditions(Map.of("ForAllValues:StringLike", Map.of("dynamodb:LeadingKeys", List.of(partitions))))
                .build();
    }

    /** Lets a function read and write records, but neither scan the table nor change it. */
    void grantRecords(FunctionRole role) {
        role.allow(PolicyStatement.Builder.create()
                .actions(RECORD_ACTIONS)
                .resources(List.of(table.getTableArn(), table.getTableArn() + "/index/*"))
                .build());
        role.acceptWildcard("The indexes of this one table, whose records the function serves", "/\\/index\\/\\*$/");
    }

    private static GlobalSecondaryIndexPropsV2 index(String name, String partitionKey) {
        return GlobalSecondaryIndexPropsV2.builder()
                .indexName(name)
                .partitionKey(text(partitionKey))
                .sortKey(text(TableDesign.CREATED_AT))
                .projectionType(ProjectionType.INCLUDE)
                .nonKeyAttributes(List.of(TableDesign.FACETS))
                .build();
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }
}
