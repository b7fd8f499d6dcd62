package waggle.openapi.schemas;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import waggle.model.Colors;
import waggle.model.Formats;
import waggle.model.json.Json;
import waggle.model.json.JsonFields;
import waggle.openapi.source.Endpoints;
import waggle.openapi.source.Javadoc;
import waggle.openapi.source.Names;

/** Makes the schema of a record from its constraints, its Javadoc, and the format in which {@link Json} writes it. */
final class SchemaRules {
    /** The lengths that these patterns imply; tools read {@code maxLength} but no pattern. */
    private static final Map<String, Integer> LENGTHS =
            Map.of(Colors.PATTERN, Colors.TEXT.length(), Formats.CURRENCY, 3, Formats.COUNTRY, 2);

    private final Javadoc javadoc;

    SchemaRules(Javadoc javadoc) {
        this.javadoc = javadoc;
    }

    /** The rules of replies: all fields are present, and only those declared nullable may be null. */
    SchemaGenerator replies() {
        var rules = common(new Scalars(Scalars::of), UnaryOperator.identity());
        rules.forTypesInGeneral().withDefinitionNamingStrategy(new SchemaNames());
        rules.forFields()
                .withRequiredCheck(SchemaRules::isAlwaysPresent)
                .withNullableCheck(SchemaRules::isNullable)
                .withReadOnlyCheck(SchemaRules::isReadOnly);
        return new SchemaGenerator(rules.build());
    }

    /** The rules of requests: unknown fields are refused, and null is the same as absent. */
    SchemaGenerator requests() {
        var rules = common(new Scalars(Scalars::written), SchemaRules::written);
        rules.forTypesInGeneral()
                .withDefinitionNamingStrategy(new SchemaNames.OfRequests())
                .withAdditionalPropertiesResolver(scope -> isRecord(scope) ? Void.class : null);
        rules.forFields()
                .withIgnoreCheck(SchemaRules::isReadOnly)
                .withRequiredCheck(SchemaRules::isRequired)
                .withNullableCheck(field -> !field.isFakeContainerItemScope() && !isRequired(field))
                .withDefaultResolver(SchemaRules::defaultValue);
        return new SchemaGenerator(rules.build());
    }

    /** @param forms makes the pattern of the document from that of the stored form */
    private SchemaGeneratorConfigBuilder common(Scalars scalars, UnaryOperator<String> forms) {
        var rules = new SchemaGeneratorConfigBuilder(
                        Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.INLINE_NULLABLE_SCHEMAS,
                        Option.ALLOF_CLEANUP_AT_THE_END)
                .with(new JacksonModule());
        rules.forTypesInGeneral()
                .withCustomDefinitionProvider(scalars)
                .withCustomDefinitionProvider(new Entries())
                .withPropertySorter(Comparator.comparingInt(member -> 0))
                .withDescriptionResolver(this::description);
        rules.forFields()
                .withIgnoreCheck(field -> has(field, JsonAnyGetter.class))
                .withPropertyNameOverrideResolver(SchemaRules::nameOf)
                .withDescriptionResolver(this::description)
                .withStringPatternResolver(field -> pattern(field, forms))
                .withStringMaxLengthResolver(SchemaRules::maxLength)
                .withNumberMultipleOfResolver(SchemaRules::smallestUnit);
        return rules.with(new JakartaValidationModule());
    }

    private @Nullable String description(TypeScope scope) {
        return isRecord(scope) ? javadoc.of(scope.getType().getErasedType()).orElse(null) : null;
    }

    private static boolean isRecord(TypeScope scope) {
        return scope.getType().isInstanceOf(Record.class);
    }

    private static String nameOf(FieldScope field) {
        return Arrays.stream(declaring(field).getRecordComponents())
                .filter(component -> component.getName().equals(field.getDeclaredName()))
                .map(JsonFields::nameOf)
                .findFirst()
                .orElseThrow();
    }

    private static Class<?> declaring(FieldScope field) {
        return field.getDeclaringType().getErasedType();
    }

    private @Nullable String description(FieldScope field) {
        return field.isFakeContainerItemScope()
                ? null
                : javadoc.of(declaring(field), field.getDeclaredName())
                        .map(Names::capital)
                        .orElse(null);
    }

    private static String written(String pattern) {
        return Formats.written(pattern).map(Formats.Written::pattern).orElse(pattern);
    }

    private static @Nullable String pattern(FieldScope field, UnaryOperator<String> forms) {
        var pattern = field.isFakeContainerItemScope()
                ? field.getContainerItemAnnotationConsideringFieldAndGetterIfSupported(Pattern.class)
                : field.getAnnotationConsideringFieldAndGetterIfSupported(Pattern.class);
        if (pattern != null) {
            return Scalars.whole(forms.apply(pattern.regexp()));
        }
        return has(field, NotBlank.class) ? Scalars.VISIBLE : null;
    }

    private static @Nullable Integer maxLength(FieldScope field) {
        var pattern = field.getAnnotationConsideringFieldAndGetterIfSupported(Pattern.class);
        return pattern == null ? null : LENGTHS.get(pattern.regexp());
    }

    /** The value of the last decimal place of a number. */
    private static @Nullable BigDecimal smallestUnit(FieldScope field) {
        var digits = field.getAnnotationConsideringFieldAndGetterIfSupported(Digits.class);
        return digits == null ? null : BigDecimal.ONE.movePointLeft(digits.fraction());
    }

    private static boolean isAlwaysPresent(FieldScope field) {
        return isRequired(field)
                || !(has(field, JsonInclude.class) || declaring(field).isAnnotationPresent(JsonInclude.class));
    }

    /** The field that orders a list is never null: the server sets it if the client does not. */
    private static boolean isNullable(FieldScope field) {
        var given = Endpoints.resource(declaring(field))
                .flatMap(resource -> resource.listing().order());
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !given.equals(Optional.of(nameOf(field)));
    }

    private static boolean isRequired(FieldScope field) {
        return has(field, NotNull.class) || has(field, NotBlank.class);
    }

    /** Whether only the server writes the field. */
    private static boolean isReadOnly(FieldScope field) {
        return Endpoints.resource(declaring(field))
                .filter(resource -> resource.fields().readOnly().contains(nameOf(field)))
                .isPresent();
    }

    private static boolean has(FieldScope field, Class<? extends Annotation> annotation) {
        return field.getAnnotationConsideringFieldAndGetterIfSupported(annotation) != null;
    }

    /** The value of the field in a record made from an empty body. */
    private static @Nullable Object defaultValue(FieldScope field) {
        if (field.isFakeContainerItemScope()
                || Endpoints.resource(declaring(field)).isEmpty()) {
            return null;
        }
        var record = Json.read(Json.mapper().createObjectNode(), declaring(field));
        var value = Json.tree(record).path(nameOf(field));
        return value.isNull() ? null : value;
    }
}
