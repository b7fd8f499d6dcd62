package waggle.acceptance.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.acceptance.cloud.Checkout;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.declaration.Resource;

/** Links, paths and class names in Markdown pages exist, and so do the sections of the pages of rules that code names. */
final class MarkdownTest {
    private static final Path CHECKOUT = Checkout.ROOT;
    private static final List<String> RULES = List.of("api", "commissions");

    private static final Pattern PATH = Pattern.compile("\\.{0,2}[\\w-][\\w.-]*(?:/[\\w.-]+)+/?");
    private static final Pattern FILE_NAME = Pattern.compile("[\\w.-]+\\.(?:java|md|json|ya?ml|xml|js|css|svg|txt)");
    private static final Pattern CLASS_NAME = Pattern.compile("([A-Z][a-z]\\w*)(?:\\.(\\w+))?");
    private static final Pattern PACKAGE = Pattern.compile("(?:waggle\\.|…)[a-z]+(?:\\.[a-z]+)*");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|enum|interface) +([A-Z]\\w*)");

    private static final Pattern ELSEWHERE = Pattern.compile("(contract|design) (?:§)");
    private static final Pattern SOURCES = Pattern.compile(".*\\.(?:java|md|xml|ya?ml|js|html|css)");
    private static final Pattern WORKING = Pattern.compile("^\\|.*\\| works \\|$", Pattern.MULTILINE);
    private static final Pattern ENDPOINT = Pattern.compile("`/v1/([a-z-]+)`");

    /** Paths and names of the README's example, and files that the build generates. */
    private static final Pattern NOT_COMMITTED = Pattern.compile(
            ".*/regions/.*|.*RegionsController\\.java|Region|region\\..*|target/.*|waggle/(?:openapi|asyncapi)\\.json");

    /** Names of HTTP, AWS and libraries, outputs of the stack, and names that the code avoids. */
    private static final Set<String> FOREIGN = Set.of(
            "Accept",
            "Allow",
            "AwsSolutions",
            "BaseUrl",
            "DomainTarget",
            "Dto",
            "Error",
            "GetItem",
            "Helper",
            "Id",
            "Impl",
            "Location",
            "Manager",
            "ObjectMapper",
            "Opportunity",
            "PutItem",
            "RequestHandler",
            "RequestStreamHandler",
            "RestApiId",
            "ReturnConsumedCapacity",
            "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
            "SystemModstamp",
            "Waggle_Id__c",
            "TableName",
            "TableV2",
            "TransactionConflict",
            "TransactionConflictException",
            "UsagePlanId",
            "Util");

    private final List<Path> files = Checkout.files();
    private final List<MarkdownPage> pages =
            named(files, ".md").map(MarkdownPage::read).toList();

    @Test
    void link_ofEveryPage_leadsToAFileAndAHeading() {
        assertThat(faults(MarkdownPage::links, (page, link) -> !leadsSomewhere(page, link)))
                .isEmpty();
    }

    @Test
    void path_ofEveryPage_exists() {
        var names =
                files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());

        assertThat(faults(
                        MarkdownPage::spans, (page, span) -> PATH.matcher(span).matches() && !exists(page, span)))
                .isEmpty();
        assertThat(faults(
                        MarkdownPage::spans,
                        (page, span) -> FILE_NAME.matcher(span).matches() && !names.contains(span)))
                .isEmpty();
    }

    @Test
    void className_ofEveryPage_isAClassOfTheRepositoryOrForeign() {
        var types = types();

        assertThat(faults(MarkdownPage::spans, (page, span) -> {
                    var name = CLASS_NAME.matcher(span);
                    return name.matches()
                            && !FOREIGN.contains(name.group(1))
                            && !(types.containsKey(name.group(1))
                                    && (name.group(2) == null
                                            || types.get(name.group(1)).contains(name.group(2))));
                }))
                .isEmpty();
    }

    @Test
    void packageName_ofEveryPage_isAPackage() {
        var packages = named(files, ".java")
                .map(file -> String.valueOf(file.getParent()).replace('/', '.'))
                .collect(Collectors.toSet());

        assertThat(faults(
                        MarkdownPage::spans,
                        (page, span) -> PACKAGE.matcher(span).matches()
                                && packages.stream().noneMatch(name -> name.endsWith("." + span.replace("…", "")))))
                .isEmpty();
    }

    @Test
    void section_thatCodeNames_isInTheRulesOfTheApi() {
        for (var page : RULES) {
            var headings = MarkdownPage.read(CHECKOUT.resolve("docs/%s.md".formatted(page)))
                    .headings();
            var sections = references(section(page));

            assertThat(sections.filter(reference -> !headings.contains(reference.section())))
                    .isEmpty();
        }
    }

    @Test
    void section_ofAPageElsewhere_isNotNamed() {
        assertThat(references(ELSEWHERE)).isEmpty();
    }

    @Test
    void endpoints_thatTheReadmeCallsWorking_areThoseOfTheResourceGroups() {
        var working = WORKING.matcher(read(CHECKOUT.resolve("README.md")))
                .results()
                .flatMap(row -> ENDPOINT.matcher(row.group()).results())
                .map(endpoint -> endpoint.group(1))
                .toList();

        assertThat(working)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ResourceGroup.values())
                        .flatMap(group -> group.roots().stream())
                        .map(Resource::path)
                        .toList());
    }

    private static Pattern section(String page) {
        return Pattern.compile("docs/" + page + "\\.md[`}]?,[\\s*/]*\"([^\"]+)\"");
    }

    private Stream<SectionReference> references(Pattern pattern) {
        return files.stream()
                .filter(file -> SOURCES.matcher(file.toString()).matches())
                .flatMap(file -> pattern.matcher(read(file))
                        .results()
                        .map(match -> new SectionReference(CHECKOUT.relativize(file), match.group(1))));
    }

    private boolean leadsSomewhere(MarkdownPage page, String link) {
        var parts = link.split("#", 2);
        var file = parts[0].isEmpty() ? page.file() : page.beside(parts[0]);
        return Files.exists(file)
                && (parts.length == 1 || MarkdownPage.read(file).anchors().contains(parts[1]));
    }

    /** Only paths that begin with a file or folder of the checkout, or beside the page, are paths of the repository. */
    private static boolean exists(MarkdownPage page, String path) {
        var first = path.split("/", 2)[0];
        return Stream.of(CHECKOUT, page.beside(""))
                .filter(root -> Files.exists(root.resolve(first)))
                .findFirst()
                .map(root -> Files.exists(CHECKOUT.resolve(path)) || Files.exists(page.beside(path)))
                .orElse(true);
    }

    /** The text of the file of each type, by the type's name. */
    private Map<String, String> types() {
        var types = new TreeMap<String, String>();
        named(files, ".java").forEach(file -> {
            var source = read(file);
            TYPE.matcher(source).results().forEach(type -> types.merge(type.group(1), source, String::concat));
        });
        return types;
    }

    private List<String> faults(Finder finder, Check isFault) {
        return pages.stream()
                .flatMap(page -> finder.in(page).stream()
                        .filter(text -> !NOT_COMMITTED.matcher(text).matches())
                        .filter(text -> isFault.of(page, text))
                        .map(text -> CHECKOUT.relativize(page.file()) + ": " + text))
                .toList();
    }

    private static Stream<Path> named(List<Path> files, String end) {
        return files.stream().filter(file -> file.toString().endsWith(end));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private record SectionReference(Path file, String section) {}

    /** Finds texts of a page. */
    private interface Finder {
        List<String> in(MarkdownPage page);
    }

    /** Checks a text of a page. */
    private interface Check {
        boolean of(MarkdownPage page, String text);
    }
}
