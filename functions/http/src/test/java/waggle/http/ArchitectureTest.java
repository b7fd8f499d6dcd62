package waggle.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "waggle.http", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** The order: requests, then queries, shapes and replies, then controllers, then the handler. */
    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("(waggle.http..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule REQUESTS_KNOW_NO_OTHER_PACKAGE = classes()
            .that()
            .resideInAPackage("waggle.http.request")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "waggle.http",
                    "waggle.http.query",
                    "waggle.http.shape",
                    "waggle.http.reply",
                    "waggle.http.resource");
}
