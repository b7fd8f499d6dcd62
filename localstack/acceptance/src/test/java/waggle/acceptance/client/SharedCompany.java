package waggle.acceptance.client;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of the class share one company, and so do those of one invocation of a parameterized class. To open a company
 * takes as long as to answer ten requests.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CompanyOfTest.class)
public @interface SharedCompany {}
