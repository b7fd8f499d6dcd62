package waggle.http.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.http.Hostile;
import waggle.http.request.Texts;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.json.Json;

/** Every hostile value at every place of every body is kept or refused. */
class HostileFieldsTest {
    static Stream<Place> places() {
        return Place.all();
    }

    @ParameterizedTest
    @MethodSource("places")
    void value_inANewRecord_isKeptOrRefused(Place place) {
        var reader = Readers.of(place.shape());
        for (var value : Hostile.VALUES) {
            var body = place.body(value);
            try {
                var sent = Texts.trimmed(body.json().deepCopy()).at(place.pointer());
                expectKept(sent, Json.tree(reader.read(body)).at(place.pointer()), place);
            } catch (WaggleException refusal) {
                expectRefusal(refusal, place, value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void value_inAPatch_isKeptOrRefused(Place place) {
        for (var value : Hostile.VALUES) {
            try {
                patch(place.shape(), place, value);
            } catch (WaggleException refusal) {
                expectRefusal(refusal, place, value);
            }
        }
    }

    private static <T> void patch(Class<T> shape, Place place, String value) {
        var before = Json.read(place.others(), shape);
        var body = place.body(value);
        body.json().retain(place.pointer().split("/", 3)[1]);
        var sent = Texts.trimmed(body.json().deepCopy()).at(place.pointer());
        expectKept(sent, Json.tree(Readers.of(shape).patch(before, body)).at(place.pointer()), place);
    }

    private static void expectKept(JsonNode sent, JsonNode kept, Place place) {
        if (sent.isTextual() && !sent.textValue().isEmpty() && !kept.isMissingNode()) {
            assertThat(kept.asText()).as(place.toString()).isEqualTo(sent.asText());
        } else if (sent.isNumber()) {
            assertThat(kept.decimalValue()).as(place.toString()).isEqualByComparingTo(sent.decimalValue());
        } else if (sent.isBoolean()) {
            assertThat(kept).as(place.toString()).isEqualTo(sent);
        }
    }

    private static void expectRefusal(WaggleException refusal, Place place, String value) {
        assertThat(refusal.code()).as("%s: %.80s", place, value).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(refusal.faults()).as("%s: %.80s", place, value).allSatisfy(fault -> {
            assertThat(fault.field()).isNotNull();
            assertThat(fault.message()).isNotBlank().doesNotContain("java.", "waggle.", "Exception", "regex");
        });
    }
}
