package waggle.infra.table;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.ITableV2;
import software.amazon.awscdk.services.dynamodb.MaxThroughputProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.TableAttributesV2;
import software.amazon.awscdk.services.dynamodb.TableEncryptionV2;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;
import waggle.infra.environment.Environment;
import waggle.infra.environment.Option;
import waggle.infra.function.FunctionRole;
import waggle.model.keys.ApiKey;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/** The DynamoDB table, and the permissions that functions get on it. */
public final class Table extends Construct {
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

    /**
     * Write units a second, those of a hundred clients at once. A fault that writes without end costs nine US dollars an
     * hour and not ninety.
     */
    private static final int MOST_WRITES = 4_000;

    private final ITableV2 table;

    public Table(Construct scope, Environment environment) {
        super(scope, "Table");
        table = Option.TABLE_NAME
                .of(this, environment)
                .map(name -> existing(name, Option.TABLE_STREAM.required(this, environment)))
                .orElseGet(() -> create(environment));
        Option.BACKUP_VAULT.of(this, environment).ifPresent(vault -> new RemoteBackup(this, environment, table, vault));
    }

    private ITableV2 existing(String name, String stream) {
        return TableV2.fromTableAttributes(
                this,
                "Existing",
                TableAttributesV2.builder()
                        .tableName(name)
                        .tableStreamArn(stream)
                        .build());
    }

    private ITableV2 create(Environment environment) {
        return TableV2.Builder.create(this, "Resource")
                .partitionKey(TableIndexes.text(TableDesign.PARTITION_KEY))
                .sortKey(TableIndexes.text(TableDesign.SORT_KEY))
                .globalSecondaryIndexes(TableIndexes.all())
                .timeToLiveAttribute(TableDesign.TIME_TO_LIVE)
                .billing(Billing.onDemand(MaxThroughputProps.builder()
                        .maxWriteRequestUnits(MOST_WRITES)
                        .build()))
                .encryption(TableEncryptionV2.awsManagedKey())
                .dynamoStream(StreamViewType.valueOf(TableDesign.STREAM_VIEW))
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .deletionProtection(environment.isProtected())
                .removalPolicy(environment.removalPolicy())
                .build();
    }

    public String name() {
        return table.getTableName();
    }

    /** The table's stream, which keeps all changes of items for 24 hours. */
    public String streamArn() {
        return Objects.requireNonNull(table.getTableStreamArn());
    }

    /** Lets a function read an API key by its hash and store the time of its last use. */
    public void grantKeyLookup(FunctionRole role) {
        grant(role, "dynamodb:GetItem", ItemKey.apiKey("*").pk());
        grant(role, "dynamodb:UpdateItem", Partitions.of(ApiKey.RESOURCE));
    }

    /** Lets a function read the status, and so test whether the table is available. */
    public void grantStatus(FunctionRole role) {
        grant(role, "dynamodb:Query", ItemKey.STATUS);
    }

    /**
     * Allows one action in some partitions. Call it once for each action, with all partitions: AWS does not document
     * whether IAM evaluates the items of a transaction one by one or together, and together they must match one
     * statement.
     */
    public void grant(FunctionRole role, String action, String... partitions) {
        role.allow(PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(List.of(table.getTableArn()))
                .conditions(Map.of("ForAllValues:StringLike", Map.of("dynamodb:LeadingKeys", List.of(partitions))))
                .build());
    }

    /** Lets Lambda read the stream for a function. */
    public void grantStream(FunctionRole role) {
        role.allow(PolicyStatement.Builder.create()
                .actions(STREAM_ACTIONS)
                .resources(List.of(streamArn()))
                .build());
    }

    /**
     * Lets a function read and write records. It may neither scan the table nor change its settings.
     *
     * @param secrets the partitions of secrets that the function has no use for
     */
    public void grantRecords(FunctionRole role, List<String> secrets) {
        role.allow(PolicyStatement.Builder.create()
                .effect(Effect.DENY)
                .actions(RECORD_ACTIONS)
                .resources(List.of(table.getTableArn()))
                .conditions(Map.of("ForAnyValue:StringLike", Map.of("dynamodb:LeadingKeys", secrets)))
                .build());
        role.allow(PolicyStatement.Builder.create()
                .actions(RECORD_ACTIONS)
                .resources(List.of(table.getTableArn(), table.getTableArn() + "/index/*"))
                .build());
        role.acceptWildcard("The indexes of this table, whose records the function serves", "/\\/index\\/\\*$/");
    }
}
