package waggle.infra.function;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FunctionJarsTest {

    @Test
    void function_neverPackaged_isRefusedWithTheCommandThatMakesIt(@TempDir Path folder) {
        assertThatThrownBy(() -> new FunctionJars(folder).of("workflow"))
                .isInstanceOf(MissingJarException.class)
                .hasMessageEndingWith("function.jar is missing: run `mvn package` in the repository's root first.");
    }
}
