package waggle.openapi;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import waggle.model.declaration.Resource;

/** What a resource is called in the document. */
final class Names {
    private Names() {}

    /** {@code CustomField}, from {@code custom_field}. */
    static String singular(Resource<?> resource) {
        return capitals(resource.name());
    }

    /** {@code CustomFields}, from {@code custom-fields}. */
    static String plural(Resource<?> resource) {
        return capitals(resource.path());
    }

    /** {@code Custom fields}. */
    static String heading(Resource<?> resource) {
        return capital(plurals(resource));
    }

    /** The comment of a method for all resources, told of this one: {@code thing} stands for its noun. */
    static String told(String comment, Resource<?> resource) {
        var article = "aeiou".indexOf(resource.noun().charAt(0)) < 0 ? "a " : "an ";
        return comment.replaceAll("\\bthings\\b", plurals(resource))
                .replaceAll("\\ba thing\\b", article + resource.noun())
                .replaceAll("\\bthing\\b", resource.noun());
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String plurals(Resource<?> resource) {
        return resource.path().replace('-', ' ');
    }

    static String capitals(String words) {
        return Arrays.stream(words.split("[-_]")).map(Names::capital).collect(Collectors.joining());
    }
}
