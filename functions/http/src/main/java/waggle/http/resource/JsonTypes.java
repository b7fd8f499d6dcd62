package waggle.http.resource;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The types that a controller's method reads and returns, for the OpenAPI document: needed where they are not the
 * controller's own resource and the signature does not show them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface JsonTypes {
    /** The record that clients send. */
    Class<?> request() default Void.class;

    /** The record in the reply; for a resource's shape, the whole record with uuid, times and version. */
    Class<?> reply() default Void.class;

    /** A record whose components are the parameters of the query. */
    Class<?> query() default Void.class;
}
