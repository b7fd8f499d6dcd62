package waggle.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import waggle.node.NodePackages;

/** The parser of AsyncAPI finds no error in the document of this build. Skipped without Node 20 or without the parser. */
class AsyncApiParserTest {
    @Test
    void document_isValid() throws IOException, InterruptedException {
        assumeTrue(
                NodePackages.areInstalled("openapi"),
                "skipped: needs Node 20, and the packages of functions/openapi (npm ci)");
        var output = NodePackages.output("asyncapi-parser");
        var status = NodePackages.status(NodePackages.start(output, "npm", "run", "--silent", "asyncapi"));
        assertThat(status).as(() -> "the output in " + output).isZero();
        assertThat(Files.readString(output)).doesNotContain("error ").containsPattern("[1-9]\\d* messages");
    }
}
