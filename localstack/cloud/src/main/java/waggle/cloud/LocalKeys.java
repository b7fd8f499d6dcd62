package waggle.cloud;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waggle.model.companies.Company;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

/** The keys of the first company: one for everything, and one that can only read. */
record LocalKeys(KeySecret all, KeySecret readOnly) {

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
        PrivateFile.write(kept.keys(), List.of(keys.all.reveal(), keys.readOnly.reveal()));
        return keys;
    }

    private static LocalKeys open(Cloud cloud) {
        var all = cloud.open(
                new Company("My company"), KeySecret.Mode.TEST, Scopes.of(Scope.READ, Scope.WRITE, Scope.ADMIN));
        var company = cloud.keys().find(all).orElseThrow().company();
        return new LocalKeys(all, cloud.issue(company, KeySecret.Mode.TEST, Scopes.of(Scope.READ)));
    }

    private static Optional<LocalKeys> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var keys = Files.readAllLines(file).stream()
                .flatMap(line -> KeySecret.parse(line).stream())
                .toList();
        return keys.size() == 2 ? Optional.of(new LocalKeys(keys.get(0), keys.get(1))) : Optional.empty();
    }

    /** @throws Complaint when the file cannot be written */
    void write(Path file) {
        try {
            PrivateFile.write(file, List.of(all.reveal()));
        } catch (IOException e) {
            throw new Complaint("The key file " + file + " cannot be written", e);
        }
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
