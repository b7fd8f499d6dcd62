package waggle.cloud;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code waggle listen} and {@code waggle trigger} say when they can do nothing. */
final class CommandMistakesTest {
    private static final String KEY = "wgl_test_SampleKeyThatOpensNothingAtAll0038R1ug";

    @TempDir
    private Path folder;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("listen --port=1", "No waggle is running on port 1: start it with waggle up"),
                Arguments.of(
                        "listen --events=tag.*,planet.*",
                        "--events must be *, a type of event, or all of a record, like deal.*; \"planet.*\" is none of"
                                + " them"),
                Arguments.of(
                        "listen --forward-to=http://example.com/",
                        "--forward-to must be an https address like https://hooks.example.com/waggle, or on this machine"
                                + " like http://localhost:3000"),
                Arguments.of(
                        "listen --url=api.example.com",
                        "api.example.com is no base URL; one is like https://api.example.com/v1"),
                Arguments.of(
                        "listen --url=http://127.0.0.1:1/v1",
                        "An API key is needed: give one with --key, or set WAGGLE_API_KEY"),
                Arguments.of(
                        "listen --url=http://127.0.0.1:1/v1 --key=" + KEY, "http://127.0.0.1:1/v1 does not answer"),
                Arguments.of(
                        "listen --key=wgl_test_x", "What is given as API key is none: copy all of it, from wgl_ on"),
                Arguments.of(
                        "trigger ../tag.created",
                        "There is no sample of ../tag.created, but of partner.accepted, tag.created"),
                Arguments.of(
                        "trigger tag.created --env=dev",
                        "An API key is needed: give one with --key, or set WAGGLE_API_KEY"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistake_isOneSentence(String arguments, String complaint) throws Exception {
        SampleFiles.copy(folder, "tag.created", "partner.accepted");

        WaggleCommand.run(folder, Map.of(), arguments.split(" ")).expectComplaint(complaint);
    }
}
