package waggle.cloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The size limits of Lambda ({@code LambdaProcess} has the same). */
final class InProcessLambdaTest {
    private static final int REQUEST = 6_291_456;
    private static final int RESPONSE = 6_291_556;

    @Test
    void event_ofMoreThan6MiB_isRefused() {
        try (var lambda = new InProcessLambda((in, out, context) -> {})) {
            assertThat(lambda.invoke(new byte[REQUEST])).isEmpty();
            assertThatThrownBy(() -> lambda.invoke(new byte[REQUEST + 1]))
                    .hasMessage("Request must be smaller than 6291456 bytes for the InvokeFunction operation")
                    .matches(failure -> ((LambdaFailure) failure).isRequestTooLarge());
        }
    }

    @Test
    void response_ofMoreThan6MiB_isRefused() {
        try (var fitting = new InProcessLambda((in, out, context) -> out.write(new byte[RESPONSE]));
                var larger = new InProcessLambda((in, out, context) -> out.write(new byte[RESPONSE + 1]))) {
            assertThat(fitting.invoke(new byte[0])).hasSize(RESPONSE);
            assertThatThrownBy(() -> larger.invoke(new byte[0]))
                    .isInstanceOf(LambdaFailure.class)
                    .hasMessage("Response payload size exceeded maximum allowed payload size (6291556 bytes).");
        }
    }
}
