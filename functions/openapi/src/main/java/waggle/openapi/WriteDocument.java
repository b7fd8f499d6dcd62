package waggle.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import waggle.openapi.live.AsyncDocument;
import waggle.openapi.schemas.Examples;
import waggle.openapi.source.Endpoints;
import waggle.openapi.source.Javadoc;

/** Writes both documents, as a step of the build: {@code WriteDocument <checkout> <version> <folder>}. */
public final class WriteDocument {
    private WriteDocument() {}

    public static void main(String[] args) throws IOException {
        var checkout = Path.of(args[0]);
        var examples = new Examples(checkout.resolve("events/webhooks"));
        var document = new Document(Javadoc.of(sources(checkout)), examples).of(args[1], Endpoints.all());
        var folder = Files.createDirectories(Path.of(args[2]));
        Files.writeString(folder.resolve("openapi.json"), document.toString());
        Files.writeString(
                folder.resolve("asyncapi.json"), AsyncDocument.of(args[1]).toString());
    }

    /** The source files of shared-model and of all functions. */
    private static List<Path> sources(Path checkout) throws IOException {
        try (var functions = Files.list(checkout.resolve("functions"))) {
            return Stream.concat(Stream.of(checkout.resolve("shared-model")), functions)
                    .map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(WriteDocument::files)
                    .toList();
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
