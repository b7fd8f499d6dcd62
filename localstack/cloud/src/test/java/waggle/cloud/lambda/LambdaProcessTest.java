package waggle.cloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LambdaProcessTest {

    @Test
    void invoke_returnsTheResponse() {
        try (var lambda = new LambdaProcess(obedient())) {
            assertThat(invoke(lambda, "hello")).isEqualTo("hello");
            assertThat(invoke(lambda, "environment")).isEqualTo(Obedient.class.getName() + " good day");
        }
    }

    @Test
    void invoke_secondEvent_reusesTheProcess() {
        try (var lambda = new LambdaProcess(obedient().withConcurrency(1))) {
            assertThat(invoke(lambda, "pid")).isEqualTo(invoke(lambda, "pid"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fail, 60, false, Unauthorized",
        "exhaust, 60, true, no more",
        "die, 60, true, Runtime exited with error: exit status 3",
        "hang, 5, true, Task timed out after 5.00 seconds",
    })
    void invoke_functionFails_reportsTheErrorAndHandlesTheNextEvent(
            String command, int timeout, boolean replaced, String message) {
        var function = obedient().withTimeout(Duration.ofSeconds(timeout)).withConcurrency(1);
        try (var lambda = new LambdaProcess(function)) {
            var first = invoke(lambda, "pid");

            assertThatThrownBy(() -> invoke(lambda, command))
                    .isInstanceOf(LambdaFailure.class)
                    .hasMessageContaining(message);

            assertThat(invoke(lambda, "pid").equals(first)).isNotEqualTo(replaced);
        }
    }

    @Test
    void invoke_functionCannotStart_reportsTheError() {
        try (var lambda = new LambdaProcess(function(Stillborn.class))) {
            assertThatThrownBy(() -> lambda.invoke(new byte[0]))
                    .isInstanceOf(LambdaFailure.class)
                    .hasMessage("no table");
        }
    }

    @Test
    void invoke_processBusy_startsAnotherProcess() {
        try (var lambda = new LambdaProcess(obedient().withTimeout(Duration.ofSeconds(20)))) {
            var busy = CompletableFuture.runAsync(() -> invoke(lambda, "hang"));

            assertThat(invoke(lambda, "hello")).isEqualTo("hello");

            assertThat(busy).isNotDone();
        }
    }

    @Test
    void close_processIdle_stopsTheProcess() {
        var lambda = new LambdaProcess(obedient());
        var pid = Long.parseLong(invoke(lambda, "pid"));

        lambda.close();

        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThatThrownBy(() -> invoke(lambda, "hello")).hasMessage("obedient is closed");
    }

    @Test
    void output_fileGiven_hasTheOutputOfTheFunction(@TempDir Path directory) throws Exception {
        var file = directory.resolve("obedient.log");
        try (var lambda = new LambdaProcess(obedient().withOutput(file))) {
            invoke(lambda, "print");
        }
        assertThat(Files.readString(file)).contains("printed");
    }

    private static LambdaFunction obedient() {
        return function(Obedient.class);
    }

    private static LambdaFunction function(Class<?> handler) {
        try {
            var classes = Path.of(
                    handler.getProtectionDomain().getCodeSource().getLocation().toURI());
            return new LambdaFunction("obedient", classes, handler.getName(), Map.of("GREETING", "good day"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String invoke(LambdaProcess lambda, String event) {
        return new String(lambda.invoke(event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
