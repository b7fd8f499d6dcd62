package waggle.infra.table;

import java.util.List;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import waggle.model.table.TableDesign;
import waggle.model.table.TableIndex;

/** The indexes of the table, each with only the attributes that its queries read. */
final class TableIndexes {
    private TableIndexes() {}

    static List<GlobalSecondaryIndexPropsV2> all() {
        return TableDesign.INDEXES.stream().map(TableIndexes::index).toList();
    }

    private static GlobalSecondaryIndexPropsV2 index(TableIndex index) {
        return GlobalSecondaryIndexPropsV2.builder()
                .indexName(index.name())
                .partitionKey(text(index.partitionKey()))
                .sortKey(text(index.sortKey()))
                .projectionType(ProjectionType.INCLUDE)
                .nonKeyAttributes(index.attributes())
                .build();
    }

    static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }
}
