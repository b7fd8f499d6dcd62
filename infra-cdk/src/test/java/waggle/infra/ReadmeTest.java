package waggle.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.infra.environment.Environment;
import waggle.infra.environment.Option;
import waggle.model.catalogue.ResourceGroup;

/** The lists of the README are those of the template. */
final class ReadmeTest {
    private static final Set<String> WITH_SECRETS = Set.of(
            ResourceGroup.ACCOUNT.id(), ResourceGroup.WEBHOOKS.id(), ResourceGroup.LIVE.id(), ResourceGroup.CRM.id());
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @Test
    void alarms_areThoseOfTemplate() {
        var names = Policies.RESOURCES.ofType("AWS::CloudWatch::Alarm").values().stream()
                .map(alarm -> alarm.at("/Properties/AlarmName").asText())
                .map(name -> name.substring(Environment.DEV.nameOf("").length()));

        assertThat(rows("Alarms").flatMap(row -> names(row.split("\\|", -1)[1])))
                .containsExactlyInAnyOrderElementsOf(names.toList());
    }

    @Test
    void options_areThoseOfApp() {
        assertThat(rows("Options").flatMap(row -> names(row.split("\\|", -1)[1])))
                .containsExactlyElementsOf(
                        Stream.of(Option.values()).map(Option::key).toList());
    }

    @Test
    void permissions_areThoseOfTemplate() {
        var expected =
                FunctionIds.functions().map(ReadmeTest::permissions).distinct().toList();

        assertThat(rows("Permissions").toList()).containsExactlyElementsOf(expected);
    }

    private static String permissions(String function) {
        return "| %s | %s | %s | %s |"
                .formatted(label(function), list(allowed(function)), list(denied(function)), list(others(function)));
    }

    /** The resource groups without secrets of their own have the same permissions. */
    private static String label(String function) {
        var isGroup = Stream.of(ResourceGroup.values()).map(ResourceGroup::id).anyMatch(function::equals);
        return isGroup && !WITH_SECRETS.contains(function) ? "all other resource groups" : "`" + function + "`";
    }

    /** Each partition, index or stream with the actions on it. */
    private static Stream<String> allowed(String function) {
        var actions = new TreeMap<String, TreeSet<String>>();
        onTable(function, "Allow").forEach(statement -> Policies.partsOfTable(statement)
                .forEach(part ->
                        actions.computeIfAbsent(part, p -> new TreeSet<>()).addAll(actions(statement))));
        return actions.entrySet().stream().map(entry -> "`" + part(entry.getKey()) + "` " + verbs(entry.getValue()));
    }

    private static Stream<String> denied(String function) {
        return onTable(function, "Deny")
                .flatMap(statement -> Policies.partsOfTable(statement).stream())
                .sorted()
                .map(part -> "`" + part + "`");
    }

    private static Stream<JsonNode> onTable(String function, String effect) {
        return Policies.statements(function).stream()
                .filter(Policies::isOfTable)
                .filter(statement -> statement.get("Effect").asText().equals(effect));
    }

    private static String part(String part) {
        return part.equals("StreamArn") ? "stream" : part;
    }

    private static String verbs(Set<String> actions) {
        return actions.containsAll(List.of("GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query"))
                ? "all item actions"
                : String.join(", ", actions);
    }

    private static Stream<String> others(String function) {
        return Policies.statements(function).stream()
                .filter(statement -> !Policies.isOfTable(statement) && !Policies.isOf("logs:", statement))
                .flatMap(statement -> Policies.texts(statement.get("Action")).stream())
                .distinct()
                .sorted();
    }

    private static List<String> actions(JsonNode statement) {
        return Policies.texts(statement.get("Action")).stream()
                .map(action -> action.substring(action.indexOf(':') + 1))
                .toList();
    }

    private static String list(Stream<String> parts) {
        return parts.collect(Collectors.joining("; "));
    }

    private static Stream<String> names(String cell) {
        return NAME.matcher(cell).results().map((MatchResult match) -> match.group(1));
    }

    /** The rows of the table below a heading, without its head. */
    private static Stream<String> rows(String heading) {
        try {
            return Files.readAllLines(Path.of("README.md")).stream()
                    .dropWhile(line -> !line.equals("## " + heading))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("## "))
                    .filter(line -> line.startsWith("| "))
                    .skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
