package waggle.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

@AnalyzeClasses(packages = "waggle.model", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
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
    static final ArchRule STORAGE_KNOWS_NO_FEATURE = noClasses()
            .that()
            .resideInAnyPackage("waggle.model.store", "waggle.model.table", "waggle.model.events", "waggle.model.json")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("waggle.model.tags", "waggle.model.companies", "waggle.model.keys");

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
}
