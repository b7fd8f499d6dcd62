package waggle.model.customfields;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The values that a custom field accepts (docs/api.md, "Configuration"). */
public enum FieldType {
    TEXT {
        @Override
        Optional<String> fault(JsonNode value, List<String> options) {
            return text(value, 1_000);
        }
    },
    TEXTAREA {
        @Override
        Optional<String> fault(JsonNode value, List<String> options) {
            return text(value, LONGEST_TEXT);
        }
    },
    NUMBER {
        @Override
        Optional<String> fault(JsonNode value, List<String> options) {
            return unless(
                    value.isNumber() && fits(value),
                    "must be a number with at most " + (DIGITS - FRACTION) + " digits before the point and " + FRACTION
                            + " after it");
        }
    },
    DATE {
        @Override
        Optional<String> fault(JsonNode value, List<String> options) {
            return unless(value.isTextual() && isDate(value.textValue()), "must be a date like 2026-11-22");
        }
    },
    BOOLEAN {
        @Override
        Optional<String> fault(JsonNode value, List<String> options) {
            return unless(value.isBoolean(), "must be true or false");
        }
    },
    SELECT {
        @Override
        Optional<String> fault(JsonNode value, List<String> options) {
            return unless(isOption(value, options), "must be one of " + String.join(", ", options));
        }
    },
    MULTI_SELECT {
        @Override
        Optional<String> fault(JsonNode value, List<String> options) {
            var distinct = new HashSet<JsonNode>();
            var sound = value.isArray()
                    && value.valueStream().allMatch(option -> isOption(option, options) && distinct.add(option));
            return unless(sound, "must be a list of different values from " + String.join(", ", options));
        }
    };

    /** Characters of the longest text. */
    public static final int LONGEST_TEXT = 10_000;

    /** Fewer than the 38 digits that DynamoDB keeps of a number (Amazon DynamoDB Developer Guide, "Number"). */
    private static final int DIGITS = 30;

    private static final int FRACTION = 10;
    private static final DateTimeFormatter DATES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    /** The fault of a value; empty if the value is valid. */
    abstract Optional<String> fault(JsonNode value, List<String> options);

    boolean hasOptions() {
        return this == SELECT || this == MULTI_SELECT;
    }

    private static Optional<String> unless(boolean sound, String expected) {
        return sound ? Optional.empty() : Optional.of(expected);
    }

    private static Optional<String> text(JsonNode value, int longest) {
        var sound = value.isTextual()
                && !value.textValue().isEmpty()
                && value.textValue().length() <= longest;
        return unless(sound, "must be a string of 1 to " + longest + " characters");
    }

    private static boolean fits(JsonNode value) {
        var number = value.decimalValue();
        return number.scale() <= FRACTION && (long) number.precision() - number.scale() <= DIGITS - FRACTION;
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text, DATES);
            return text.length() == "2026-11-22".length();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isOption(JsonNode value, List<String> options) {
        return value.isTextual() && options.contains(value.textValue());
    }
}
