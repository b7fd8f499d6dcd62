package waggle.acceptance.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** The README and its shell blocks. */
public final class Readme {
    private Readme() {}

    static String text() {
        try {
            return Files.readString(LocalCloud.checkout().resolve("README.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The shell block below a comment with this text. */
    public static String block(String comment) {
        return found(Pattern.compile("<!-- " + comment + " -->\n```sh\n(.*?)```", Pattern.DOTALL));
    }

    public static String found(Pattern pattern) {
        var matcher = pattern.matcher(text());
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    /** The output of a script that succeeds. */
    public static String run(String script, String key) throws IOException, InterruptedException {
        var shell = new ProcessBuilder("sh", "-eu", "-c", script).redirectErrorStream(true);
        shell.environment().put("BASE", BaseUrl.get().toString());
        shell.environment().put("KEY", key);
        var process = shell.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
