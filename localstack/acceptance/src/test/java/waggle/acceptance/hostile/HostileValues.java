package waggle.acceptance.hostile;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values that an attacker or a broken client sends. */
final class HostileValues {
    private static final int DEEP = 10_000;
    private static final int MANY = 1_000;
    private static final int SHARE_OF_BODIES = 6;

    static final List<String> TEXTS = List.of(
            "Ελληνικά 文字 हिन्दी العربية",
            "🐝👩‍👩‍👧‍👦",
            Character.toString(0x202E) + "evil" + Character.toString(0x202C),
            "a\0b",
            "a" + Character.toString(0xFEFF) + "b",
            "e" + Character.toString(0x301),
            "'; DROP TABLE partners; --",
            "<script>alert(1)</script>",
            "${jndi:ldap://localhost/a}",
            "../../etc/passwd",
            "%00%s%n",
            "#",
            ",",
            "-",
            "9999-99-99T99:99:99.999Z",
            "-1",
            "1e400");

    /** Values of every kind, written as JSON. */
    private static final List<String> VALUES = Stream.concat(
                    TEXTS.stream().map(HostileValues::json),
                    Stream.of(
                            "1e400",
                            "-1e400",
                            "1e-400",
                            "1e999999999",
                            "9".repeat(400),
                            "-0.0",
                            "true",
                            "null",
                            "\"\"",
                            json("x".repeat(100_000)),
                            "\"\\ud800\"",
                            "\"\\udc00a\"",
                            "[]",
                            "{}",
                            "[null]",
                            "[[[]]]",
                            "{\"\":\"b\"}",
                            "{\"a\\u0000\":\"b\",\"a\\u0000\":\"c\"}",
                            "{\"a\":{\"b\":[1e400]}}",
                            "{\"a.b[0]\":\"\"}",
                            list(i -> "x"),
                            list(i -> new UUID(0x7000L + i, Long.MIN_VALUE).toString()),
                            "[".repeat(DEEP) + "]".repeat(DEEP),
                            "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)))
            .toList();

    /** Texts short enough for a query or a header. */
    private static final List<String> PARAMETERS = Stream.concat(
                    TEXTS.stream(), Stream.of("", " ", "x".repeat(2_000), "1,".repeat(MANY)))
            .toList();

    /** Bodies that are not records, and some that are not JSON. */
    private static final List<String> BODIES = Stream.concat(
                    VALUES.stream(),
                    Stream.of(
                            "",
                            "{",
                            "{\"a\":1}{\"a\":1}",
                            "{\"uuid\":\"01900000-0000-7000-8000-000000000000\",\"version\":7}",
                            "{\"__proto__\":{\"a\":1},\"class\":\"java.lang.Runtime\"}",
                            IntStream.range(0, MANY)
                                    .mapToObj(i -> "\"f%d\":%d".formatted(i, i))
                                    .collect(Collectors.joining(",", "{", "}"))))
            .toList();

    private HostileValues() {}

    /** One value for each turn. The tests of {@code functions/http} put every value in every kind of field. */
    static String value(int turn) {
        return VALUES.get(Math.floorMod(turn, VALUES.size()));
    }

    /** One text for each turn. */
    static String parameter(int turn) {
        return PARAMETERS.get(Math.floorMod(turn, PARAMETERS.size()));
    }

    /** One in six of the bodies, different ones for each turn. */
    static List<String> bodies(int turn) {
        return IntStream.range(0, BODIES.size())
                .filter(i -> i % SHARE_OF_BODIES == Math.floorMod(turn, SHARE_OF_BODIES))
                .mapToObj(BODIES::get)
                .toList();
    }

    static String json(String text) {
        return TextNode.valueOf(text).toString();
    }

    private static String list(IntFunction<String> element) {
        return IntStream.range(0, MANY)
                .mapToObj(element)
                .map(HostileValues::json)
                .collect(Collectors.joining(",", "[", "]"));
    }
}
