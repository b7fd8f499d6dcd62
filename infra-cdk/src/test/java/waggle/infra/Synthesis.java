package waggle.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import waggle.infra.environment.Environment;
import waggle.infra.function.FunctionJars;
import waggle.model.catalogue.OpenPage;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.json.Json;

/** The app as the CLI synthesises it. All tests share it, because the CDK takes seconds to start. */
public final class Synthesis {
    /** The lock of tests that call the CDK, which serves one thread at a time. */
    public static final String CDK = "cdk";

    private static final Path JARS = Path.of("target", "functions");
    private static final App APP = app();
    private static final Map<Environment, JsonNode> TEMPLATES = templates();

    private Synthesis() {}

    public static Stack stack(Environment environment) {
        return (Stack) APP.getNode().findChild(environment.stackName());
    }

    public static Resources resources(Environment environment) {
        return new Resources(template(environment).get("Resources"));
    }

    public static JsonNode template(Environment environment) {
        return Objects.requireNonNull(TEMPLATES.get(environment));
    }

    /** The app of one environment with options of an operator. */
    public static Stack stack(Environment environment, Map<String, String> options) {
        try {
            var context = context();
            context.putAll(options);
            var app = App.Builder.create()
                    .context(context)
                    .stackTraces(false)
                    .outdir(Path.of("target", "cdk.options").toString())
                    .build();
            var stack = new WaggleStack(app, environment, jars());
            WaggleApp.check(app);
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Environment, JsonNode> templates() {
        var templates = new EnumMap<Environment, JsonNode>(Environment.class);
        for (var environment : Environment.values()) {
            templates.put(environment, template(stack(environment)));
        }
        return templates;
    }

    public static JsonNode template(Stack stack) {
        return Json.mapper().valueToTree(Template.fromStack(stack).toJSON());
    }

    private static App app() {
        try {
            var app = App.Builder.create()
                    .context(context())
                    .stackTraces(false)
                    .outdir(Path.of("target", "cdk.out").toString())
                    .build();
            WaggleApp.addStacks(app, jars());
            return app;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> context() throws IOException {
        var context = Json.mapper().readTree(Path.of("cdk.json").toFile()).get("context");
        return Json.mapper().convertValue(context, new TypeReference<>() {});
    }

    private static FunctionJars jars() throws IOException {
        var groups = Stream.of(ResourceGroup.values()).map(ResourceGroup::id);
        for (var module : Stream.concat(groups, Stream.of("authorizer", OpenPage.FUNCTION, "events"))
                .toList()) {
            var target = Files.createDirectories(JARS.resolve(module).resolve("target"));
            Files.writeString(target.resolve("function.jar"), module);
        }
        return new FunctionJars(JARS);
    }
}
