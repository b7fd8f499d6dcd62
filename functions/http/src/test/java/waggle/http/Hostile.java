package waggle.http;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values that an attacker or a broken client sends. */
public final class Hostile {
    private static final int MANY = 1_000;

    public static final List<String> TEXTS = List.of(
            "Ελληνικά 文字 हिन्दी العربية",
            "🐝👩‍👩‍👧‍👦",
            "\u202Eevil\u202C",
            "a\0b",
            "a\uFEFFb",
            "e\u0301",
            "\uD83D",
            "\uFFFD",
            "line\r\nbreak\ttab\u2028separator",
            "'; DROP TABLE partners; --",
            "<script>alert(1)</script>",
            "${jndi:ldap://localhost/a}",
            "../../etc/passwd",
            "%00%s%n",
            "#",
            ",",
            "-",
            ":",
            "null",
            "TRUE",
            "0",
            "-1",
            "１２",
            "1e400",
            "0x1F",
            "NaN",
            "9999-99-99T99:99:99.999Z",
            "2026-02-30",
            "2026-11-25T08:15:30.123+19:00",
            "+1000000000-01-01T00:00:00.000Z",
            "01900000-0000-7000-8000-00000000000g",
            "AZAAAAAAcACAAAAAAAAAAA==",
            "x".repeat(100_000),
            "1,".repeat(MANY),
            "(".repeat(MANY));

    /** JSON values of every kind. */
    public static final List<String> VALUES = Stream.concat(
                    TEXTS.stream().map(text -> TextNode.valueOf(text).toString()),
                    Stream.of(
                            "0",
                            "-1",
                            "1.0",
                            "1e2",
                            "1e400",
                            "-1e400",
                            "1e-400",
                            "1e999999999",
                            "9".repeat(400),
                            "-0.0",
                            "2147483648",
                            "9223372036854775808",
                            "true",
                            "false",
                            "null",
                            "\"\"",
                            "\" \\u00a0\\u200b\"",
                            "\"\\ud800\"",
                            "\"\\udc00a\"",
                            "[]",
                            "{}",
                            "[null]",
                            "[[[]]]",
                            "[\"\",0,true,{}]",
                            "{\"\":\"b\"}",
                            "{\"a\\u0000\":\"b\"}",
                            "{\"a\":null,\"b\":\"\"}",
                            "{\"a\":{\"b\":[1e400]}}",
                            "{\"a.b[0]\":\"\"}",
                            "{\"__proto__\":{\"a\":1},\"@class\":\"java.lang.Runtime\"}",
                            list(i -> "x"),
                            list(i -> new UUID(0x7000L + i, Long.MIN_VALUE).toString()),
                            "[".repeat(500) + "]".repeat(500),
                            "{\"a\":".repeat(500) + "1" + "}".repeat(500)))
            .toList();

    private Hostile() {}

    private static String list(IntFunction<String> element) {
        return IntStream.range(0, MANY)
                .mapToObj(element)
                .map(text -> TextNode.valueOf(text).toString())
                .collect(Collectors.joining(",", "[", "]"));
    }
}
