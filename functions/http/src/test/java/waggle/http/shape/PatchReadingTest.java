package waggle.http.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.model.Fault;
import waggle.model.declaration.Fields;

class PatchReadingTest {
    private final ShapeReader<EveryKind> reader = Readers.of(EveryKind.class);

    @Test
    void patch_thatChangesNothing_isTakenWhateverTheRulesAreNow() {
        var before = reader.read(Readers.body("{\"label\":\"a\",\"whole\":7,\"text\":\"b\"}"));
        var stricter = Readers.of(
                EveryKind.class,
                new Fields(List.of("whole"), List.of(), List.of(), List.of(), List.of()),
                value -> List.of(new Fault("text", "is odd")));

        assertThat(stricter.patch(before, Readers.body("{\"whole\":7.0,\"label\":\" a\"}")))
                .isSameAs(before);
        assertThat(Readers.faults(() -> stricter.patch(before, Readers.body("{\"label\":\"c\"}"))))
                .containsExactly(new Fault("text", "is odd"));
    }

    @Test
    void patch_ofImmutableField_isRefusedUnlessEqual() {
        var restricted = Readers.restricted();
        var before = restricted.read(Readers.body("{\"label\":\"a\",\"text\":\"b\"}"));

        assertThat(restricted
                        .patch(before, Readers.body("{\"text\":\"b\",\"label\":\"c\"}"))
                        .label())
                .isEqualTo("c");
        assertThat(Readers.faults(() -> restricted.patch(before, Readers.body("{\"text\":null}"))))
                .containsExactly(new Fault("text", "cannot be changed"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"label":null}          | label        | is required
            {"part":{"name":null}}  | part.name    | is required
            {"part":{"x":1}}        | part.x       | is not a known field
            {"ids":{"b":1}}         | ids.b        | must be a string
            {"nonsense":null}       | nonsense     | is not a known field
            {"texts":[null]}        | texts[0]     | is required
            """)
    void patch_toAnInvalidValue_isRefused(String patch, String field, String message) {
        var before = reader.read(Readers.body("{\"label\":\"a\",\"part\":{\"name\":\"b\"},\"ids\":{\"a\":\"c\"}}"));

        assertThat(Readers.faults(() -> reader.patch(before, Readers.body(patch))))
                .containsExactly(new Fault(field, message));
    }
}
