package waggle.http.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.http.request.JsonBody;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.declaration.Fields;
import waggle.model.json.Json;

class ShapeReaderTest {
    private final ShapeReader<EveryKind> reader = Readers.of(EveryKind.class);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            text            | 1                                  | must be a string
            text            | true                               | must be a string
            text            | []                                 | must be a string
            text            | {}                                 | must be a string
            whole           | "1"                                | must be a whole number
            whole           | 1.5                                | must be a whole number
            whole           | 2147483648                         | must be a whole number
            whole           | 1e10                               | must be a whole number
            whole           | 1e999999999                        | must be a whole number
            text            | "a\\u0000b"                         | must not have control characters
            color           | "a\\u0085b"                         | must not have control characters
            starts_at       | "2027-02-29T00:00:00Z"             | must be a time like 2027-01-01T00:00:00Z
            starts_at       | "9999-12-31T23:59:59-18:00"        | must be a time like 2027-01-01T00:00:00Z
            starts_at       | "2027-01-01"                       | must be a time like 2027-01-01T00:00:00Z
            texts[0]        | ["\\u001b"]                         | must not have control characters
            fields.a        | {"a":["b",{"c":"\\u0007"}]}         | must not have control characters
            whole           | 1e400                              | must be a whole number
            whole           | true                               | must be a whole number
            whole           | -2                                 | must be at least -1
            whole           | 101                                | must be at most 100
            number          | "1"                                | must be a number
            number          | false                              | must be a number
            number          | [1]                                | must be a number
            flag            | 0                                  | must be true or false
            flag            | "true"                             | must be true or false
            color           | "RED"                              | must be one of red, dark_blue
            color           | 0                                  | must be one of red, dark_blue
            color           | ["red"]                            | must be one of red, dark_blue
            owner           | "x"                                | must be a uuid
            owner           | "AZAAAAAAcACAAAAAAAAAAA=="         | must be a uuid
            owner           | 7                                  | must be a uuid
            owner           | {}                                 | must be a uuid
            texts           | "a"                                | must be a list
            texts           | {}                                 | must be a list
            texts[1]        | ["a",1]                            | must be a string
            texts[0]        | ["123456"]                         | must have at most 5 characters
            uuids[0]        | ["x"]                              | must be a uuid
            uuids[0]        | [[]]                               | must be a uuid
            ids             | []                                 | must be an object
            ids             | "a"                                | must be an object
            ids.a           | {"a":1}                            | must be a string
            ids.a.b[0]      | {"a.b[0]":[]}                      | must be a string
            fields          | []                                 | must be an object
            fields          | 1                                  | must be an object
            part            | "a"                                | must be an object
            part            | []                                 | must be an object
            part.name       | {}                                 | is required
            part.name       | {"name":" "}                       | is required
            part.name       | {"name":1}                         | must be a string
            part.amount     | {"name":"a","amount":"1"}          | must be a whole number
            part.color      | {"name":"a","color":"red"}         | is not a known field
            parts           | {}                                 | must be a list
            parts[1].name   | [{"name":"a"},{"name":"12345678901"}] | must have at most 10 characters
            parts[0].amount | [{"name":"a","amount":1.5}]        | must be a whole number
            parts[0]        | ["a"]                              | must be an object
            """)
    void value_ofTheWrongType_hasOneFaultAtItsPath(String path, String value, String message) {
        var field = path.split("[.\\[]", 2)[0];

        assertThat(faults("{\"label\":\"a\",\"%s\":%s}".formatted(field, value)))
                .containsExactly(new Fault(path, message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a\",\"amount\":null}",
                "{\"name\":\"\\u00a0a\\u200b\"}",
                "null",
            })
    void nestedRecord_ofTheRightTypes_isRead(String part) {
        var read = reader.read(Readers.body("{\"label\":\"a\",\"part\":%s}".formatted(part)));

        assertThat(read.part()).isIn(null, new EveryKind.Part("a", null));
    }

    @Test
    void faults_ofTheWholeBody_comeAtOnceInTheOrderOfTheShape() {
        assertThat(faults("""
                        {"nonsense":1,"parts":[{"amount":"x","name":"a"},{"q":1}],"whole":1000,"color":"pink","uuid":"x"}"""))
                .containsExactly(
                        new Fault("label", "is required"),
                        new Fault("whole", "must be at most 100"),
                        new Fault("color", "must be one of red, dark_blue"),
                        new Fault("parts[0].amount", "must be a whole number"),
                        new Fault("parts[1].q", "is not a known field"),
                        new Fault("nonsense", "is not a known field"),
                        new Fault("uuid", "cannot be written"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \\t\\u2003\\u00a0\\u200b\\ufeff\""})
    void requiredText_ofWhiteSpace_isMissing(String label) {
        assertThat(faults("{\"label\":" + label + "}")).containsExactly(new Fault("label", "is required"));
    }

    @Test
    void text_withWhiteSpaceAround_isTrimmedEverywhere() {
        var read = reader.read(Readers.body("""
                {"label":"\\u00a0 a b\\n","texts":["\\u200bc"],"ids":{"x":" d "},"fields":{"y":{"z":[" e "]}}}"""));

        assertThat(read.label()).isEqualTo("a b");
        assertThat(read.texts()).containsExactly("c");
        assertThat(read.ids()).isEqualTo(Map.of("x", "d"));
        assertThat(read.fields()).hasToString("{\"y\":{\"z\":[\"e\"]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "whole", "number", "flag", "color", "owner", "starts_at", "texts", "part"})
    void emptyText_isTheSameAsNull(String field) {
        var absent = reader.read(Readers.body("{\"label\":\"a\"}"));

        assertThat(reader.read(Readers.body("{\"label\":\"a\",\"%s\":\" \"}".formatted(field))))
                .isEqualTo(absent);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            whole     | 1.0                                    | 1
            whole     | 1e2                                    | 100
            owner     | "01900000-0000-7000-8000-00000000ABCD" | "01900000-0000-7000-8000-00000000abcd"
            starts_at | "2027-01-01T00:00:00Z"                 | "2027-01-01T00:00:00.000Z"
            starts_at | "2027-01-01T01:00:00.123456789+01:00"  | "2027-01-01T00:00:00.123Z"
            text      | "tab\\t and line\\r\\nbreak"          | "tab\\t and line\\r\\nbreak"
            """)
    void value_isBroughtToItsStoredForm(String field, String value, String stored) {
        var read = reader.read(Readers.body("{\"label\":\"a\",\"%s\":%s}".formatted(field, value)));

        assertThat(Json.tree(read).path(field)).hasToString(stored);
    }

    @Test
    void lengths_countCodePoints() {
        assertThat(reader.read(Readers.body("{\"label\":\"%s\"}".formatted("🐝".repeat(100))))
                        .label())
                .hasSize(200);
        assertThat(faults("{\"label\":\"%s\"}".formatted("🐝".repeat(101))))
                .containsExactly(new Fault("label", "must have at most 100 characters"));
    }

    @Test
    void check_ofFieldsThatHaveAFault_isNotAsked() {
        var checked = Readers.of(
                EveryKind.class,
                Fields.FREE,
                value -> List.of(new Fault("whole", "is odd"), new Fault("text", "is odd")));

        assertThat(Readers.faults(() -> checked.read(Readers.body("{\"label\":\"a\",\"whole\":\"x\"}"))))
                .containsExactly(new Fault("text", "is odd"), new Fault("whole", "must be a whole number"));
    }

    @Test
    void readOnlyFieldsAndCounts_areRefused() {
        var restricted = Readers.restricted();

        assertThat(Readers.faults(() -> restricted.read(
                        Readers.body("{\"label\":\"a\",\"flag\":true,\"deal_count\":1,\"version\":null}"))))
                .containsExactly(
                        new Fault("flag", "cannot be written"),
                        new Fault("deal_count", "cannot be written"),
                        new Fault("version", "cannot be written"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"label\":\"\\ud800\"}", "{\"label\":\"a\",\"fields\":{\"b\":[\"\\udc00\"]}}"})
    void loneSurrogate_anywhere_isRefused(String body) {
        assertThatThrownBy(() -> reader.read(Readers.body(body)))
                .isInstanceOfSatisfying(
                        WaggleException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    private List<Fault> faults(String body) {
        JsonBody json = Readers.body(body);
        return Readers.faults(() -> reader.read(json));
    }
}
