package waggle.model.write;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A text is free although it has an item: the item is deleted, and the unit of work runs again. */
final class LeftText extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, AttributeValue> item;

    /** @param item whose record no longer has the text */
    LeftText(Map<String, AttributeValue> item) {
        super(null, null, false, false);
        this.item = item;
    }

    Map<String, AttributeValue> item() {
        return item;
    }
}
