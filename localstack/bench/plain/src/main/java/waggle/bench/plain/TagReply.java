package waggle.bench.plain;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A tag as the API shows it. */
@JsonNaming(SnakeCaseStrategy.class)
record TagReply(
        String uuid,
        String label,
        String association,
        String backgroundColor,
        String textColor,
        @Nullable String partnerType,
        String createdAt,
        String updatedAt,
        long version) {

    static TagReply of(Map<String, AttributeValue> item) {
        return new TagReply(
                text(item, "sk"),
                text(item, "label"),
                text(item, "association"),
                text(item, "background_color"),
                text(item, "text_color"),
                item.containsKey("partner_type") ? text(item, "partner_type") : null,
                text(item, "created_at"),
                text(item, "updated_at"),
                Long.parseLong(value(item, "version").n()));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return value(item, name).s();
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromNul(true));
    }
}
