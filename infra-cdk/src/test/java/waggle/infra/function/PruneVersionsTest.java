package waggle.infra.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PruneVersionsTest {
    /** One function, whose alias points at version 2. */
    private static final String AWS = """
            #!/bin/sh
            case "$2" in
                list-functions) echo waggle-dev-site ;;
                get-alias) echo 2 ;;
                list-versions-by-function) printf '$LATEST\\t1\\t2\\t3\\t9\\t10\\t11\\t12\\t13\\n' ;;
                delete-function) echo "delete $4 $6" ;;
                *) echo "unexpected $*" >&2; exit 1 ;;
            esac
            """;

    @Test
    void versions_beyondNewestFive_areDeleted_exceptThatOfAlias(@TempDir Path folder)
            throws IOException, InterruptedException {
        Files.writeString(
                Files.createFile(
                        folder.resolve("aws"),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))),
                AWS);
        var command = new ProcessBuilder("bash", "prune-versions", "dev").redirectErrorStream(true);
        command.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);

        var process = command.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.lines())
                .containsExactly(
                        "waggle-dev-site:3",
                        "delete waggle-dev-site 3",
                        "waggle-dev-site:1",
                        "delete waggle-dev-site 1");
    }
}
