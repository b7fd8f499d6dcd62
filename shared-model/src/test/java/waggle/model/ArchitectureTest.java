package waggle.model;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.idempotency.IdempotencyRecords;

@AnalyzeClasses(
        packages = {"waggle.model", "waggle.platform"},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** The drawing in the README: one floor a line, its packages, and a comment in brackets. */
    private static final Pattern FLOORS = Pattern.compile("```text\n(catalogue.*?\nroot[^\n]*\n)```", Pattern.DOTALL);

    private static final Pattern COMMENT = Pattern.compile(" *\\(.*");

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("(waggle..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule KNOWS_NO_HTTP_AND_NO_LAMBDA = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.micronaut.http..",
                    "io.micronaut.function..",
                    "com.amazonaws..",
                    "waggle.http..",
                    "java.net.http..");

    @ArchTest
    static final ArchRule MODEL_KNOWS_NO_PLATFORM = noClasses()
            .that()
            .resideInAPackage("waggle.model..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("waggle.platform..");

    /** A restored snapshot has them in every copy (AWS Lambda Developer Guide, "SnapStart", "Uniqueness"). */
    @ArchTest
    static final ArchRule NOTHING_OF_ONE_ENVIRONMENT_IN_STATICS = noFields()
            .that()
            .areStatic()
            .should()
            .haveRawType(UUID.class)
            .orShould()
            .haveRawType(Instant.class)
            .orShould()
            .haveRawType(Random.class);

    /** {@link IdempotencyRecords} refuses a request whose key another request writes, instead of waiting. */
    @ArchTest
    static final ArchRule WRITES_WAIT_FOR_TRANSACTIONS = noClasses()
            .that()
            .resideOutsideOfPackage("waggle.model.transaction")
            .and(not(type(IdempotencyRecords.class)))
            .should()
            .callMethodWhere(target(owner(assignableTo(DynamoDbClient.class)))
                    .and(target(nameMatching("(put|update|delete)Item|transactWriteItems|batchWriteItem"))));

    @ArchTest
    static void package_ofAFloor_dependsOnNoHigherFloor(JavaClasses classes) throws IOException {
        var lower = new TreeSet<String>();
        for (var floor : floors(classes).reversed()) {
            lower.addAll(floor);
            noClasses()
                    .that()
                    .resideInAnyPackage(floor.toArray(String[]::new))
                    .should()
                    .dependOnClassesThat(resideInAPackage("waggle.model..")
                            .and(not(resideInAnyPackage(lower.toArray(String[]::new)))))
                    .check(classes);
        }
    }

    /** The packages of each floor; every package that the drawing does not name is a feature. */
    private static List<Set<String>> floors(JavaClasses classes) throws IOException {
        var drawing = FLOORS.matcher(Files.readString(Path.of("README.md")));
        assertThat(drawing.find()).isTrue();
        var names = drawing.group(1)
                .lines()
                .map(line -> Set.of(COMMENT.matcher(line).replaceAll("").split(" +")))
                .toList();
        var features = new TreeSet<String>();
        classes.that(resideInAPackage("waggle.model..")).forEach(type -> features.add(type.getPackageName()));
        names.stream().flatMap(Set::stream).map(ArchitectureTest::named).forEach(features::remove);
        return names.stream()
                .map(floor -> floor.contains("features")
                        ? Set.copyOf(features)
                        : floor.stream().map(ArchitectureTest::named).collect(Collectors.toSet()))
                .toList();
    }

    private static String named(String name) {
        return name.equals("root") ? "waggle.model" : "waggle.model." + name;
    }
}
