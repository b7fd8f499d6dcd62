package waggle.infra.table;

import java.util.List;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import waggle.model.table.TableDesign;

/** The indexes of the table, each with only the attributes that its queries read. */
final class TableIndexes {
    private TableIndexes() {}

    static List<GlobalSecondaryIndexPropsV2> all() {
        return List.of(
                ofFacets(TableDesign.FACETS_INDEX, TableDesign.PARTITION_KEY),
                ofFacets(TableDesign.PARENT_INDEX, TableDesign.PARENT),
                index(TableDesign.DUE_INDEX, TableDesign.DUE, TableDesign.DUE_AT, TableDesign.DUE_ATTRIBUTES));
    }

    private static GlobalSecondaryIndexPropsV2 ofFacets(String name, String partitionKey) {
        return index(name, partitionKey, TableDesign.CREATED_AT, List.of(TableDesign.FACETS));
    }

    private static GlobalSecondaryIndexPropsV2 index(
            String name, String partitionKey, String sortKey, List<String> attributes) {
        return GlobalSecondaryIndexPropsV2.builder()
                .indexName(name)
                .partitionKey(text(partitionKey))
                .sortKey(text(sortKey))
                .projectionType(ProjectionType.INCLUDE)
                .nonKeyAttributes(attributes)
                .build();
    }

    static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }
}
