package waggle.delivery;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.random.RandomGenerator;
import waggle.model.DomainNames;

@AnalyzeClasses(packages = "waggle.delivery", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("waggle.(**)").should().beFreeOfCycles();

    /** {@link SignedCall} is the exception: it reads an endpoint's secrets from the table. Domain names know no table. */
    @ArchTest
    static final ArchRule KNOWS_NO_FRAMEWORK_NO_CLOUD_AND_NO_TABLE = classes()
            .that()
            .doNotHaveSimpleName(SignedCall.class.getSimpleName())
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "javax.net.ssl..",
                            "com.standardwebhooks..",
                            "org.apache.hc..",
                            "org.jspecify..",
                            "waggle.delivery..")
                    .or(type(DomainNames.class)));

    /** All copies of a restored snapshot share their statics (AWS Lambda Developer Guide, "SnapStart", "Uniqueness"). */
    @ArchTest
    static final ArchRule NO_RANDOM_SOURCE_IN_STATICS = noFields()
            .that()
            .areStatic()
            .should()
            .haveRawType(Random.class)
            .orShould()
            .haveRawType(RandomGenerator.class);
}
