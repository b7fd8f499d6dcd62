package waggle.infra;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
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

    /** Amazon DynamoDB Developer Guide, "DynamoDB Streams and AWS Lambda triggers". */
    private static final List<String> STREAM_ACTIONS = List.of(
            "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams");

    private final TableV2 table;

    Table(Construct scope, Environment environment) {
        super(scope, "Table");
        table = TableV2.Builder.create(this, "Resource")
                .partitionKey(TableIndexes.text(TableDesign.PARTITION_KEY))
                .sortKey(TableIndexes.text(TableDesign.SORT_KEY))
                .globalSecondaryIndexes(TableIndexes.all())
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

    /** What happens in the table, item by item, for a day. */
    String streamArn() {
        return Objects.requireNonNull(table.getTableStreamArn());
    }

    /** Lets a function look up one API key by its hash, note in its record that it was used, and see nothing else. */
    void grantKeyLookup(FunctionRole role) {
        grant(role, "dynamodb:GetItem", ItemKey.apiKey("*").pk());
        grant(role, "dynamodb:UpdateItem", Partitions.of(ApiKey.RESOURCE));
    }

    /** Lets a function see whether the table answers. */
    void grantProbe(FunctionRole role) {
        grant(role, "dynamodb:GetItem", ItemKey.probe().pk());
    }

    /**
     * Lets a function do one thing in some partitions. They are to be given all at once: where a transaction puts several
     * items, AWS does not say whether each of them is asked for alone, and a statement has to hold for all it is asked for.
     */
    void grant(FunctionRole role, String action, String... partitions) {
        role.allow(PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(List.of(table.getTableArn()))
                .conditions(Map.of("ForAllValues:StringLike", Map.of("dynamodb:LeadingKeys", List.of(partitions))))
                .build());
    }

    /** Lets a function see what waits for a time, and that time. */
    void grantDue(FunctionRole role) {
        role.allow(PolicyStatement.Builder.create()
                .actions(List.of("dynamodb:Query"))
                .resources(List.of(table.getTableArn() + "/index/" + TableDesign.DUE_INDEX))
                .build());
    }

    /** Lets Lambda read the stream on a function's behalf. */
    void grantStream(FunctionRole role) {
        role.allow(PolicyStatement.Builder.create()
                .actions(STREAM_ACTIONS)
                .resources(List.of(streamArn()))
                .build());
    }

    /** Lets a function read and write records, but neither scan the table nor change it. */
    void grantRecords(FunctionRole role) {
        role.allow(PolicyStatement.Builder.create()
                .actions(RECORD_ACTIONS)
                .resources(List.of(table.getTableArn(), table.getTableArn() + "/index/*"))
                .build());
        role.acceptWildcard("The indexes of this one table, whose records the function serves", "/\\/index\\/\\*$/");
    }
}
