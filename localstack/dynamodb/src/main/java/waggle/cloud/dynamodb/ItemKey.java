package waggle.cloud.dynamodb;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import java.util.Map;

/** The primary key of an item, with the name of its table. */
record ItemKey(String table, Map<String, AttributeValue> attributes) {

    /** Returns whether an attribute of the key contains a text. */
    boolean contains(String text) {
        return attributes.values().stream()
                .anyMatch(value -> value.getS() != null && value.getS().contains(text));
    }
}
