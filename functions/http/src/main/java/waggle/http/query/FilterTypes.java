package waggle.http.query;

import com.fasterxml.jackson.databind.JavaType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import waggle.http.request.EnumNames;
import waggle.model.CodePoints;
import waggle.model.Decimals;
import waggle.model.ExternalIds;
import waggle.model.FilterType;
import waggle.model.Uuids;
import waggle.model.declaration.Filter;

/** The values that filters by single fields accept. */
final class FilterTypes {
    static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,10})?");

    static final FilterType ENTRY =
            new FilterType("must be <system>:<id> like salesforce:0015g00000XyZ, or several", text -> Optional.of(text)
                    .filter(FilterTypes::isEntry));

    private static final FilterType IDENTIFIER = new FilterType(
            "must be a uuid, or several", text -> Uuids.parse(text).map(UUID::toString));

    static final FilterType REFERENCE = new FilterType(
            "must be a uuid, or several, or none for records without one",
            text -> text.equals(Filter.NONE)
                    ? Optional.of(text)
                    : IDENTIFIER.reader().apply(text));

    private static final FilterType AMOUNT = new FilterType("must be numbers like 1500.5", text -> Optional.of(text)
            .filter(number -> NUMBER.matcher(number).matches())
            .map(number -> Decimals.plain(new BigDecimal(number)).toPlainString()));

    private FilterTypes() {}

    static FilterType of(JavaType type) {
        if (type.isEnumType()) {
            var names = EnumNames.of(type);
            return FilterType.oneOf("must be one or some of " + String.join(", ", names), names);
        }
        if (type.hasRawClass(UUID.class)) {
            return IDENTIFIER;
        }
        if (type.isTypeOrSubTypeOf(Number.class)) {
            return AMOUNT;
        }
        return type.hasRawClass(Boolean.class) ? FilterType.FLAG : FilterType.TEXT;
    }

    private static boolean isEntry(String text) {
        var parts = text.split(":", 2);
        return parts.length == 2
                && parts[0].matches(ExternalIds.SYSTEMS)
                && CodePoints.count(parts[1], 1, ExternalIds.LONGEST);
    }
}
