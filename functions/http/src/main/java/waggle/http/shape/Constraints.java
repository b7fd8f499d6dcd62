package waggle.http.shape;

import io.micronaut.validation.validator.DefaultValidatorConfiguration;
import jakarta.validation.Validator;

/** The validator of the constraints of all records. It is made by the first body, so a function that only reads has none. */
final class Constraints {
    static final Validator VALIDATOR = validator();

    private Constraints() {}

    private static Validator validator() {
        var configuration = new DefaultValidatorConfiguration();
        configuration.setBeanIntrospector(new Introspections());
        return configuration.getValidator();
    }
}
