package waggle.http.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.model.json.Json;

class MergePatchTest {
    /** The cases of RFC 7396, Appendix A, whose target and patch are both objects. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"a":"b"}                   | {"a":"c"}                      | {"a":"c"}
            {"a":"b"}                   | {"b":"c"}                      | {"a":"b","b":"c"}
            {"a":"b"}                   | {"a":null}                     | {}
            {"a":"b","b":"c"}           | {"a":null}                     | {"b":"c"}
            {"a":["b"]}                 | {"a":"c"}                      | {"a":"c"}
            {"a":"c"}                   | {"a":["b"]}                    | {"a":["b"]}
            {"a":{"b":"c"}}             | {"a":{"b":"d","c":null}}       | {"a":{"b":"d"}}
            {"a":[{"b":"c"}]}           | {"a":[1]}                      | {"a":[1]}
            {"e":null}                  | {"a":1}                        | {"a":1}
            {}                          | {"a":{"bb":{"ccc":null}}}      | {"a":{"bb":{}}}
            """)
    void apply_casesOfTheRfc_giveItsResults(String target, String patch, String expected)
            throws JsonProcessingException {
        assertThat(MergePatch.apply(object(target), object(patch))).isEqualTo(object(expected));
    }

    private static ObjectNode object(String json) throws JsonProcessingException {
        return (ObjectNode) Json.mapper().readTree(json);
    }
}
