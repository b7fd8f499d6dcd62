package waggle.cloud.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of {@code waggle up}, {@code demo}, {@code listen}, {@code replay} and {@code trigger} for failures. */
final class CommandFailuresTest {
    private static final String KEY = "wgl_test_SampleKeyThatOpensNothingAtAll0038R1ug";

    @TempDir
    private Path folder;

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("up --port=65536", "--port must be from 0 to 65535; it was 65536"),
                Arguments.of("up --rate=0", "--rate must be at least 1; it was 0"),
                Arguments.of("demo --rate=0", "--rate must be at least 1; it was 0"),
                Arguments.of("demo --partners=101", "--partners must be from 1 to 100; it was 101"),
                Arguments.of("demo --port=1", "No local Waggle runs on port 1: start it with ./waggle up"),
                Arguments.of("listen --port=65536 --key=" + KEY, "--port must be from 1 to 65535; it was 65536"),
                Arguments.of("listen --port=1", "No local Waggle runs on port 1: start it with ./waggle up"),
                Arguments.of(
                        "listen --events=tag.*,planet.*",
                        "--events must be *, an event type like tag.created, or a pattern like tag.*; it was \"planet.*\""),
                Arguments.of(
                        "listen --forward-to=http://example.com/",
                        "--forward-to must be an https address like https://hooks.example.com/waggle, or an address on this"
                                + " machine like http://localhost:3000"),
                Arguments.of(
                        "listen --url=api.example.com",
                        "--url must be a base URL like https://api.example.com/v1; it was \"api.example.com\""),
                Arguments.of(
                        "listen --url=http://127.0.0.1:1/v1",
                        "An API key is required: pass one with --key or set WAGGLE_API_KEY"),
                Arguments.of(
                        "listen --url=http://127.0.0.1:1/v1 --key=" + KEY, "http://127.0.0.1:1/v1 cannot be reached"),
                Arguments.of(
                        "listen --key=wgl_test_x",
                        "The API key is malformed: copy the whole key, which starts with wgl_"),
                Arguments.of(
                        "trigger ../tag.created",
                        "There is no sample event ../tag.created; choose one of partner.accepted, tag.created"),
                Arguments.of(
                        "replay --since=yesterday",
                        "--since must be a time like 2026-11-22T08:00:00Z; it was yesterday"),
                Arguments.of("status note Soon --port=1", "No local Waggle runs on port 1: start it with ./waggle up"),
                Arguments.of(
                        "trigger tag.created --env=dev",
                        "An API key is required: pass one with --key or set WAGGLE_API_KEY"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failure_isOneSentence(String arguments, String message) throws Exception {
        SampleFiles.copy(folder, "tag.created", "partner.accepted");

        WaggleCommand.run(folder, Map.of(), arguments.split(" ")).expectFailure(message);
    }
}
