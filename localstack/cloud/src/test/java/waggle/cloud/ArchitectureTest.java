package waggle.cloud;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** The directions of dependencies between modules, which are all on the class path of this module. */
@AnalyzeClasses(
        packages = "waggle",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeTestJars.class})
class ArchitectureTest {
    @ArchTest
    static final ArchRule FUNCTIONS_DO_NOT_KNOW_EACH_OTHER = slices().matching("waggle.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAnyPackage("waggle.cloud..", "waggle.openapi.."), resideInAnyPackage("waggle.."))
            .ignoreDependency(
                    resideInAnyPackage("waggle.."),
                    resideInAnyPackage(
                            "waggle.model..",
                            "waggle.platform..",
                            "waggle.http..",
                            "waggle.delivery..",
                            "waggle.sockets..",
                            "waggle.providers.."));

    @ArchTest
    static final ArchRule NOTHING_DEPLOYED_KNOWS_THE_LOCAL_CLOUD = noClasses()
            .that()
            .resideOutsideOfPackage("waggle.cloud..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("waggle.cloud..");

    @ArchTest
    static final ArchRule THE_AUTHORIZER_HAS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("waggle.authorizer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut..", "waggle.http..");

    /** The open pages need no API key, so they have no code that can read records. */
    @ArchTest
    static final ArchRule THE_OPEN_PAGES_HAVE_NO_FRAMEWORK_AND_READ_NO_RECORDS = noClasses()
            .that()
            .resideInAPackage("waggle.site..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.micronaut..",
                    "software.amazon.awssdk.services..",
                    "waggle.http..",
                    "waggle.model.keys..",
                    "waggle.model.store..");

    /** All copies of a restored snapshot continue the same sequence (AWS Lambda Developer Guide, "SnapStart"). */
    @ArchTest
    static final ArchRule RANDOM_NUMBERS_COME_FROM_A_SECURE_SOURCE = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ThreadLocalRandom.class, Random.class, SplittableRandom.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(Collections.class, "shuffle", List.class)
            .orShould()
            .callMethod(RandomGenerator.class, "getDefault")
            .orShould()
            .callMethod(RandomGenerator.class, "of", String.class);

    /** Leaves out the classes that modules have for the tests of others. */
    static final class DoNotIncludeTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
