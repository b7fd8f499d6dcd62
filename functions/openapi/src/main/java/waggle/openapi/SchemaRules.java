package waggle.openapi;

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
import org.jspecify.annotations.Nullable;
import waggle.model.Colors;
import waggle.model.Formats;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;

/** How a record becomes a schema: by its constraints, its comment, and the way {@link Json} writes it. */
final class SchemaRules {
    /** These patterns say how long a text is, but not to those who look for a number. */
    private static final Map<String, Integer> LENGTHS =
            Map.of(Colors.PATTERN, Colors.TEXT.length(), Formats.CURRENCY, "EUR".length());

    private final Javadoc javadoc;

    SchemaRules(Javadoc javadoc) {
        this.javadoc = javadoc;
    }

    /** What we answer: every field is there, and null only where the record says so. */
    SchemaGenerator answered() {
        var rules = common();
        rules.forTypesInGeneral().withDefinitionNamingStrategy(new SchemaNames());
        rules.forFields()
                .withRequiredCheck(SchemaRules::isAlwaysThere)
                .withNullableCheck(SchemaRules::canBeNull)
                .withReadOnlyCheck(SchemaRules::isOurs);
        return new SchemaGenerator(rules.build());
    }

    /** What a client sends: nothing unknown, and null is as good as nothing. */
    SchemaGenerator sent() {
        var rules = common();
        rules.forTypesInGeneral()
                .withDefinitionNamingStrategy(new SchemaNames.OfSent())
                .withAdditionalPropertiesResolver(scope -> isRecord(scope) ? Void.class : null);
        rules.forFields()
                .withIgnoreCheck(SchemaRules::isOurs)
                .withRequiredCheck(SchemaRules::isDemanded)
                .withNullableCheck(field -> !field.isFakeContainerItemScope() && !isDemanded(field))
                .withDefaultResolver(SchemaRules::byDefault);
        return new SchemaGenerator(rules.build());
    }

    private SchemaGeneratorConfigBuilder common() {
        var rules = new SchemaGeneratorConfigBuilder(
                        Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.INLINE_NULLABLE_SCHEMAS,
                        Option.ALLOF_CLEANUP_AT_THE_END)
                .with(new JacksonModule());
        rules.forTypesInGeneral()
                .withCustomDefinitionProvider(new Scalars())
                .withCustomDefinitionProvider(new Entries())
                .withPropertySorter(Comparator.comparingInt(member -> 0))
                .withDescriptionResolver(this::description);
        rules.forFields()
                .withIgnoreCheck(field -> has(field, JsonAnyGetter.class))
                .withPropertyNameOverrideResolver(SchemaRules::nameOf)
                .withDescriptionResolver(this::description)
                .withStringPatternResolver(SchemaRules::pattern)
                .withStringMaxLengthResolver(SchemaRules::longest)
                .withNumberMultipleOfResolver(SchemaRules::smallest);
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
                .map(Resource::nameOf)
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

    private static @Nullable String pattern(FieldScope field) {
        var pattern = field.isFakeContainerItemScope()
                ? field.getContainerItemAnnotationConsideringFieldAndGetterIfSupported(Pattern.class)
                : field.getAnnotationConsideringFieldAndGetterIfSupported(Pattern.class);
        if (pattern != null) {
            return Scalars.whole(pattern.regexp());
        }
        return has(field, NotBlank.class) ? Scalars.VISIBLE : null;
    }

    private static @Nullable Integer longest(FieldScope field) {
        var pattern = field.getAnnotationConsideringFieldAndGetterIfSupported(Pattern.class);
        return pattern == null ? null : LENGTHS.get(pattern.regexp());
    }

    /** What the last of a number's decimal places stands for. */
    private static @Nullable BigDecimal smallest(FieldScope field) {
        var digits = field.getAnnotationConsideringFieldAndGetterIfSupported(Digits.class);
        return digits == null ? null : BigDecimal.ONE.movePointLeft(digits.fraction());
    }

    private static boolean isAlwaysThere(FieldScope field) {
        return !has(field, JsonInclude.class);
    }

    /** What orders a list is given to every record, if its client did not. */
    private static boolean canBeNull(FieldScope field) {
        var given = Endpoints.resource(declaring(field))
                .flatMap(resource -> resource.listing().order());
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !given.equals(Optional.of(nameOf(field)));
    }

    private static boolean isDemanded(FieldScope field) {
        return has(field, NotNull.class) || has(field, NotBlank.class);
    }

    /** Whether no client writes it. */
    private static boolean isOurs(FieldScope field) {
        return Endpoints.resource(declaring(field))
                .filter(resource -> resource.fields().readOnly().contains(nameOf(field)))
                .isPresent();
    }

    private static boolean has(FieldScope field, Class<? extends Annotation> annotation) {
        return field.getAnnotationConsideringFieldAndGetterIfSupported(annotation) != null;
    }

    /** What a record of nothing has in it. */
    private static @Nullable Object byDefault(FieldScope field) {
        if (field.isFakeContainerItemScope()
                || Endpoints.resource(declaring(field)).isEmpty()) {
            return null;
        }
        var record = Json.read(Json.mapper().createObjectNode(), declaring(field));
        var value = Json.tree(record).path(nameOf(field));
        return value.isNull() ? null : value;
    }
}
