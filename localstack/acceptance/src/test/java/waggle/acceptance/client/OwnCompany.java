package waggle.acceptance.client;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The test has a company of its own because it counts records, fills a limit or changes rights. All other tests of a class
 * share one company ({@link SharedCompany}).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OwnCompany {}
