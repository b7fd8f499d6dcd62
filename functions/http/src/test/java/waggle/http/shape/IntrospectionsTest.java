package waggle.http.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.core.beans.BeanIntrospector;
import jakarta.validation.ValidationException;
import jakarta.validation.constraints.NotNull;
import org.junit.jupiter.api.Test;

class IntrospectionsTest {
    private final BeanIntrospector introspections = new Introspections();

    @Test
    void everyRecord_thatMicronautFinds_isFoundByItsName() {
        var records = BeanIntrospector.SHARED.findIntrospectedTypes(any -> true).stream()
                .filter(Class::isRecord)
                .toList();

        assertThat(records).hasSizeGreaterThan(70).allSatisfy(type -> assertThat(found(type))
                .isEqualTo(type));
    }

    @Test
    void typeOfMicronaut_isFoundByMicronaut() {
        var type = BeanIntrospector.SHARED.findIntrospectedTypes(any -> true).stream()
                .filter(found -> !found.isRecord())
                .findAny()
                .orElseThrow();

        assertThat(introspections.findIntrospection(type)).isPresent();
    }

    @Test
    void recordWithoutIntrospection_isNotTakenAsValid() {
        record Forgotten(@NotNull String label) {}

        assertThat(introspections.findIntrospection(Forgotten.class)).isEmpty();
        assertThatThrownBy(() -> Constraints.VALIDATOR.validate(new Forgotten("Silver")))
                .isInstanceOf(ValidationException.class);
    }

    private Class<?> found(Class<?> type) {
        return introspections.findIntrospection(type).orElseThrow().getBeanType();
    }
}
