package waggle.cloud.cli;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import waggle.cloud.CommandFailure;
import waggle.cloud.environment.Environment;
import waggle.cloud.environment.KeyTrial;
import waggle.model.catalogue.Catalogue;
import waggle.model.companies.Company;
import waggle.model.keys.ApiKey;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;

/** {@code waggle keys create}. */
@Command(name = "create", description = "Opens a company and prints its first key.", sortOptions = false)
final class CreateKey extends CommandWithHelp implements Callable<Integer> {
    private static final int MOST_TRIALS = 60;
    private static final Duration BETWEEN_TRIALS = Duration.ofSeconds(1);

    @Mixin
    private final EnvironmentOptions environment = new EnvironmentOptions();

    @Option(names = "--company", paramLabel = "NAME", required = true, description = "name of the company")
    private String company = "";

    @Option(
            names = "--label",
            paramLabel = "TEXT",
            defaultValue = "First key",
            description = "label of the key (default: First key)")
    private String label = "";

    @Option(
            names = "--scopes",
            paramLabel = "SCOPE",
            split = ",",
            defaultValue = "read,write,admin",
            description = "scopes of the key (default: read,write,admin)")
    private List<String> scopes = List.of();

    private final PrintStream out;
    private final PrintStream err;

    CreateKey(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Prints only the key to the standard output, for scripts, and ends when requests with it succeed. */
    @Override
    public Integer call() throws InterruptedException {
        var opened = new Company(text("--company", company, Company.LONGEST_NAME));
        var firstLabel = text("--label", label, ApiKey.LONGEST_LABEL);
        var granted = scopes();
        var created = environment.run("No key was created", found -> created(found, opened, firstLabel, granted));
        err.println("The first API key of " + company.strip() + ". It is shown only once:");
        out.println(created.key().reveal());
        out.flush();
        return awaitFirstUse(created) ? 0 : 1;
    }

    private record Created(KeySecret key, URI baseUrl) {}

    private static Created created(Environment environment, Company company, String label, Scopes scopes) {
        return new Created(environment.open(company, label, scopes), environment.baseUrl());
    }

    private boolean awaitFirstUse(Created created) throws InterruptedException {
        var trial = new KeyTrial(created.baseUrl());
        for (var i = 0; i < MOST_TRIALS; i++) {
            if (trial.works(created.key())) {
                return true;
            }
            if (i == 0) {
                err.println("Waiting until API Gateway knows the key …");
            }
            Thread.sleep(BETWEEN_TRIALS);
        }
        err.println(created.baseUrl() + " still refuses the key: try it again in some minutes");
        return false;
    }

    private static String text(String option, String value, int longest) {
        var text = value.strip();
        if (text.isEmpty() || text.length() > longest) {
            throw new CommandFailure(option + " must have 1 to " + longest + " characters");
        }
        return text;
    }

    private Scopes scopes() {
        var unknown = scopes.stream()
                .filter(scope -> !Catalogue.scopes().contains(scope))
                .findFirst();
        if (unknown.isPresent()) {
            throw new CommandFailure(
                    "--scopes must be read, write, admin or a scope of one resource like partners:read; it" + " was \""
                            + unknown.get() + "\"");
        }
        return Scopes.parse(scopes);
    }
}
