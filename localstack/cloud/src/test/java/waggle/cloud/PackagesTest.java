package waggle.cloud;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "waggle.cloud", importOptions = DoNotIncludeTests.class)
class PackagesTest {
    /** The pattern starts above {@code cloud}, so that classes of the root package form a slice too. */
    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("waggle.(**)").should().beFreeOfCycles();
}
