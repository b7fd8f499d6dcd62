package waggle.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What JSON a controller's method takes and answers, where its signature only says that it is JSON and it is not the
 * controller's own resource. The OpenAPI document is made from it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface JsonTypes {
    /** The record that a client sends. */
    Class<?> takes() default Void.class;

    /** The record that is answered; of a resource's shape, the whole record. */
    Class<?> answers() default Void.class;
}
