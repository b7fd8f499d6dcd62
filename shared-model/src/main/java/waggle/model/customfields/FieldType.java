package waggle.model.customfields;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import waggle.model.CodePoints;
import waggle.model.Decimals;
import waggle.model.FilterType;

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
            return unless(value.isNumber() && fits(value.decimalValue()), "must be a number of at most 38 digits");
        }

        @Override
        FilterType filter(List<String> options) {
            return new FilterType("must be numbers like 4711.5", FieldType::plainNumber);
        }
    },
    DATE {
        @Override
        Optional<String> fault(JsonNode value, List<String> options) {
            return unless(value.isTextual() && isDate(value.textValue()), "must be a date like 2026-11-22");
        }

        @Override
        FilterType filter(List<String> options) {
            return new FilterType(
                    "must be dates like 2026-11-22", text -> Optional.of(text).filter(FieldType::isDate));
        }
    },
    BOOLEAN {
        @Override
        Optional<String> fault(JsonNode value, List<String> options) {
            return unless(value.isBoolean(), "must be true or false");
        }

        @Override
        FilterType filter(List<String> options) {
            return FilterType.FLAG;
        }
    },
    SELECT {
        @Override
        Optional<String> fault(JsonNode value, List<String> options) {
            return unless(isOption(value, options), "must be one of " + String.join(", ", options));
        }

        @Override
        FilterType filter(List<String> options) {
            return oneOrSome(options);
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

        @Override
        FilterType filter(List<String> options) {
            return oneOrSome(options);
        }
    };

    /** Characters of the longest text. */
    public static final int LONGEST_TEXT = 10_000;

    /** The digits that DynamoDB keeps of a number (Amazon DynamoDB Developer Guide, "Number"). */
    private static final int DIGITS = 38;

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,100}+(\\.[0-9]{1,100}+)?([eE][+-]?[0-9]{1,3}+)?");
    private static final DateTimeFormatter DATES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    /** The fault of a value; empty if the value is valid. */
    abstract Optional<String> fault(JsonNode value, List<String> options);

    /** The values by which lists can be filtered. */
    FilterType filter(List<String> options) {
        return FilterType.TEXT;
    }

    boolean hasOptions() {
        return this == SELECT || this == MULTI_SELECT;
    }

    private static FilterType oneOrSome(List<String> options) {
        return FilterType.oneOf("must be one or some of " + String.join(", ", options), options);
    }

    private static Optional<String> unless(boolean sound, String expected) {
        return sound ? Optional.empty() : Optional.of(expected);
    }

    private static Optional<String> text(JsonNode value, int longest) {
        return unless(
                value.isTextual() && CodePoints.count(value.textValue(), 1, longest),
                "must be a string of 1 to " + longest + " characters");
    }

    /** Whether a number has few enough digits when it is written without an exponent. */
    private static boolean fits(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        var before = Math.max((long) plain.precision() - plain.scale(), 0);
        return before + Math.max(plain.scale(), 0) <= DIGITS;
    }

    private static Optional<String> plainNumber(String text) {
        return Optional.of(text)
                .filter(number -> DECIMAL.matcher(number).matches())
                .map(BigDecimal::new)
                .filter(FieldType::fits)
                .map(number -> Decimals.plain(number).toPlainString());
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
