package waggle.cloud;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import waggle.model.companies.Company;
import waggle.model.keys.ApiKey;
import waggle.model.keys.Scopes;

/** {@code waggle keys create}. */
@Command(
        name = "create",
        description = "Opens a company and prints its first key.",
        sortOptions = false,
        showDefaultValues = true)
final class CreateKey implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Option(names = "--company", paramLabel = "NAME", required = true, description = "the company's name")
    private String company = "";

    @Option(names = "--label", paramLabel = "TEXT", defaultValue = "First key", description = "what the key is for")
    private String label = "";

    @Option(
            names = "--scopes",
            paramLabel = "SCOPE",
            split = ",",
            defaultValue = "read,write,admin",
            description = "what the key may do")
    private List<String> scopes = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    private final PrintStream out;
    private final PrintStream err;

    CreateKey(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The key is alone on the standard output, so that a script can take it from there. */
    @Override
    public Integer call() {
        var opened = new Company(text("--company", company, Company.LONGEST_NAME));
        var told = text("--label", label, ApiKey.LONGEST_LABEL);
        var granted = wanted();
        var key = where.reach("No key was made", environment -> environment.open(opened, told, granted));
        err.println("This is the first key of " + company.strip() + ", and the only time that it is shown.");
        out.println(key.reveal());
        out.flush();
        return 0;
    }

    private static String text(String option, String value, int longest) {
        var text = value.strip();
        if (text.isEmpty() || text.length() > longest) {
            throw new Complaint(option + " must have 1 to " + longest + " characters");
        }
        return text;
    }

    private Scopes wanted() {
        if (!Scopes.known().containsAll(scopes)) {
            throw new Complaint(
                    "--scopes must be read, write or admin, or read or write of one resource: partners:read");
        }
        return Scopes.parse(scopes);
    }
}
