package waggle.openapi.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import waggle.model.declaration.Resource;

/** The names of a resource in the document. */
public final class Names {
    private static final Pattern ACRONYMS = Pattern.compile("\\b(api|crm)\\b");

    private Names() {}

    /** {@code CustomField}, from {@code custom_field}. */
    public static String singular(Resource<?> resource) {
        return capitals(resource.name());
    }

    /** The parents of a nested resource, in the singular; an empty text for another. */
    public static String parent(Resource<?> resource) {
        return resource.nesting()
                .map(nesting -> singular(nesting.parent().get()))
                .orElse("");
    }

    /** {@code CustomFields}, from {@code custom-fields}. */
    public static String plural(Resource<?> resource) {
        return capitals(resource.path());
    }

    /** {@code Custom fields}. */
    public static String heading(Resource<?> resource) {
        return resource.nesting()
                .map(nesting -> capital(noun(nesting.parent().get())) + " " + plurals(resource))
                .orElseGet(() -> capital(plurals(resource)));
    }

    /** The comment of a method of all resources, for one of them: its noun replaces {@code thing}. */
    public static String describe(String comment, Resource<?> resource) {
        var article = "aeiou".indexOf(resource.noun().charAt(0)) < 0 ? "a " : "an ";
        return comment.replaceAll("\\bthings\\b", plurals(resource))
                .replaceAll("\\ba thing\\b", article + noun(resource))
                .replaceAll("\\bthing\\b", noun(resource));
    }

    public static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String noun(Resource<?> resource) {
        return spelled(resource.noun());
    }

    private static String plurals(Resource<?> resource) {
        return spelled(resource.path().replace('-', ' '));
    }

    private static String spelled(String words) {
        return ACRONYMS.matcher(words).replaceAll(word -> word.group().toUpperCase(Locale.ROOT));
    }

    public static String capitals(String words) {
        return Arrays.stream(words.split("[-_]")).map(Names::capital).collect(Collectors.joining());
    }
}
