package waggle.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import waggle.model.Fault;
import waggle.model.Limits;
import waggle.model.WaggleException;
import waggle.model.keys.Scopes;

class ParametersTest {
    @Test
    void parameter_absent_isEmptyWithoutAFault() {
        var parameters = parameters(Map.of());

        assertThat(parameters.read("a", "must be b", Optional::of)).isEmpty();
        assertThatCode(parameters::finish).doesNotThrowAnyException();
    }

    @Test
    void parameter_givenTwiceOrTooLongOrRefusedByItsReader_isAFault() {
        var longest = "x".repeat(Limits.PARAMETER_CHARACTERS);
        var parameters = parameters(
                Map.of("a", List.of("1", "1"), "b", List.of(longest), "c", List.of(longest + "x"), "d", List.of("1")));

        assertThat(parameters.read("a", "must be a", Optional::of)).isEmpty();
        assertThat(parameters.read("b", "must be b", Optional::of)).hasValue(longest);
        assertThat(parameters.read("c", "must be c", Optional::of)).isEmpty();
        assertThat(parameters.read("d", "must be d", text -> Optional.empty())).isEmpty();
        assertThat(faults(parameters))
                .containsExactly(new Fault("a", "must be a"), new Fault("c", "must be c"), new Fault("d", "must be d"));
    }

    @Test
    void parameter_unknown_isAFaultThatNamesTheKnownOnes() {
        var parameters = parameters(Map.of("x", List.of("1"), "page", List.of("1")));
        parameters.read("page", "must be 1", Optional::of);
        parameters.read("sort", "must be 1", Optional::of);

        assertThat(faults(parameters)).containsExactly(new Fault("x", "is not a parameter; known here are page, sort"));
    }

    @Test
    void parameter_withBrackets_isToldTheRightForm() {
        var parameters = parameters(Map.of("status[]", List.of("a")));
        parameters.readList("status", "must be a", Optional::of);

        assertThat(faults(parameters))
                .containsExactly(new Fault("status[]", "is not a parameter; write status=a,b or status=a&status=b"));
    }

    @Test
    void query_thatMustBeEmpty_isRefusedWithAnyParameter() {
        var query = new Query(Map.of("x", List.of()), Scopes.parse(List.of("read")));

        assertThat(catchThrowableOfType(WaggleException.class, query::requireNone)
                        .faults())
                .containsExactly(new Fault("x", "is not a parameter; there are none here"));
    }

    private static Parameters parameters(Map<String, List<String>> values) {
        return new Parameters(new Query(values, Scopes.parse(List.of("read"))));
    }

    private static List<Fault> faults(Parameters parameters) {
        return catchThrowableOfType(WaggleException.class, parameters::finish).faults();
    }
}
