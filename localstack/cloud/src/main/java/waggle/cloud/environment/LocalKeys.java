package waggle.cloud.environment;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waggle.cloud.Cloud;
import waggle.cloud.CommandFailure;
import waggle.model.companies.Company;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

/** The keys of the company that {@code waggle up} opens: one with all permissions, and one that can only read. */
public record LocalKeys(KeySecret fullAccess, KeySecret readOnly) {

    /**
     * Returns the keys stored in a data directory. Opens a company if there is no directory, or its keys do not belong to
     * the stored data.
     */
    public static LocalKeys of(Cloud cloud, @Nullable DataDirectory directory) throws IOException {
        if (directory == null) {
            return open(cloud);
        }
        var stored = read(directory.keys())
                .filter(keys -> cloud.keys().find(keys.fullAccess).isPresent());
        if (stored.isPresent()) {
            return stored.get();
        }
        var keys = open(cloud);
        PrivateFile.write(directory.keys(), List.of(keys.fullAccess.reveal(), keys.readOnly.reveal()));
        return keys;
    }

    private static LocalKeys open(Cloud cloud) {
        var fullAccess = cloud.open(
                new Company("My company"), KeySecret.Mode.TEST, Scopes.of(Scope.READ, Scope.WRITE, Scope.ADMIN));
        var company = cloud.keys().find(fullAccess).orElseThrow().company();
        return new LocalKeys(fullAccess, cloud.issue(company, KeySecret.Mode.TEST, Scopes.of(Scope.READ)));
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

    /**
     * Writes the key with all permissions into a file that only the user can read.
     *
     * @throws CommandFailure if the file cannot be written
     */
    public void write(Path file) {
        try {
            PrivateFile.write(file, List.of(fullAccess.reveal()));
        } catch (IOException e) {
            throw new CommandFailure("The key file " + file + " cannot be written", e);
        }
    }

    /** The text that {@code waggle up} prints when it is ready. */
    public String welcome(URI baseUrl, URI documentation) {
        return """
                Waggle is ready.

                  Documentation  %4$s
                  Base URL       %1$s
                  API key        %2$s
                  Read-only key  %3$s

                Try it:

                  curl -s -H "Authorization: Bearer %2$s" %1$s/tags

                Press Ctrl-C to stop.
                """.formatted(baseUrl, fullAccess.reveal(), readOnly.reveal(), documentation);
    }
}
