package waggle.cloud;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waggle.model.companies.Company;
import waggle.model.keys.ApiKey;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

/** The keys of the first company: one for everything, and one that can only read. */
record LocalKeys(ApiKey all, ApiKey readOnly) {

    /** The keys kept with the data, as long as they open it; else a new company's. */
    static LocalKeys of(Cloud cloud, @Nullable DataFolder kept) throws IOException {
        if (kept == null) {
            return open(cloud);
        }
        var known = read(kept.keys()).filter(keys -> cloud.keys().find(keys.all).isPresent());
        if (known.isPresent()) {
            return known.get();
        }
        var keys = open(cloud);
        write(kept.keys(), List.of(keys.all.reveal(), keys.readOnly.reveal()));
        return keys;
    }

    private static LocalKeys open(Cloud cloud) {
        var all = cloud.companies()
                .open(new Company("My company"), ApiKey.Mode.TEST, Scopes.of(Scope.READ, Scope.WRITE, Scope.ADMIN));
        var company = cloud.keys().find(all).orElseThrow().company();
        return new LocalKeys(all, cloud.companies().issue(company, ApiKey.Mode.TEST, Scopes.of(Scope.READ)));
    }

    private static Optional<LocalKeys> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var keys = Files.readAllLines(file).stream()
                .flatMap(line -> ApiKey.parse(line).stream())
                .toList();
        return keys.size() == 2 ? Optional.of(new LocalKeys(keys.get(0), keys.get(1))) : Optional.empty();
    }

    /** @throws Complaint when the file cannot be written */
    void write(Path file) {
        try {
            write(file, List.of(all.reveal()));
        } catch (IOException e) {
            throw new Complaint("The key file " + file + " cannot be written", e);
        }
    }

    /** Written beside and moved, so that no one ever reads half a key, nor anyone but the user. */
    private static void write(Path file, List<String> lines) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        var unfinished = Files.createTempFile(folder, ".keys", null, userOnly());
        Files.write(unfinished, lines);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] userOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    String welcome(URI baseUrl, URI docs) {
        return """
                Waggle is ready.

                  Documentation  %4$s
                  Base URL       %1$s
                  API key        %2$s
                  Read-only key  %3$s

                Try it:

                  curl -s -H "Authorization: Bearer %2$s" %1$s/tags

                Ctrl-C ends it.
                """.formatted(baseUrl, all.reveal(), readOnly.reveal(), docs);
    }
}
