package waggle.openapi.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import waggle.http.query.ListQuery;
import waggle.http.query.UuidList;
import waggle.model.ExternalIds;
import waggle.model.Limits;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.events.EventTypes;
import waggle.model.json.Json;
import waggle.model.lists.Labels;
import waggle.model.paging.PageRequest;
import waggle.openapi.schemas.Scalars;
import waggle.openapi.schemas.Schemas;

/** The query parameters of a list or of a single record (docs/api.md, "Lists"). */
public final class ListParameters {
    private static final String MINUTE =
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt]([01][0-9]|2[0-3]):[0-5][0-9]([Zz]|[+-][0-9]{2}:[0-9]{2})$";

    private static final int LONGEST_ENTRY = 64 + ":".length() + ExternalIds.LONGEST;

    private static final String SEVERAL =
            "; several values with commas between, or in several parameters; `\\\\,` is a comma within a value";

    /** The name of {@link #uuids} among the components of the document. */
    public static final String UUIDS = "uuids";

    private ListParameters() {}

    static Parameter reference(String name) {
        return new Parameter().$ref("#/components/parameters/" + name);
    }

    /** The parameters of every list. */
    public static List<Parameter> common() {
        var common = new ArrayList<>(List.of(page(), pageSize()));
        Stream.of("created", "updated").forEach(field -> {
            common.add(time(field + "_after", "Only records " + field + " after this time"));
            common.add(time(field + "_before", "Only records " + field + " before this time"));
        });
        return common;
    }

    /** The parameter of every list that names its records. The path has a parameter of the same name. */
    public static Parameter uuids() {
        var schema = Scalars.type("array").put("minItems", 1).put("maxItems", UuidList.MOST);
        schema.set("items", Scalars.written(UUID.class).orElseThrow());
        return query(
                        UuidList.NAME,
                        "Only the records with these uuids, in this order unless `sort` has another; uuids of no"
                                + " record are left out",
                        schema)
                .style(Parameter.StyleEnum.FORM)
                .explode(false);
    }

    /** @param without the field by which the path filters the list */
    static List<Parameter> ofList(Resource<?> resource, String without) {
        var parameters = new ArrayList<Parameter>();
        common().forEach(parameter -> parameters.add(reference(parameter.getName())));
        parameters.add(reference(UUIDS));
        resource.listing().filters().stream()
                .filter(filter -> !filter.field().equals(without))
                .forEach(filter -> parameters.add(filter(resource, filter)));
        if (!resource.listing().searched().isEmpty()) {
            parameters.add(search(resource));
        }
        if (!resource.listing().sortable().isEmpty()) {
            parameters.add(sort(resource));
        }
        parameters.addAll(ofRead(resource));
        return parameters;
    }

    static List<Parameter> ofRead(Resource<?> resource) {
        if (resource.storing().isLog()) {
            return List.of(list(
                    "expand",
                    "`labels`: the names, as of the write, of the records that an entry names",
                    names(Stream.of(Labels.FIELD))));
        }
        var names = resource.references().stream().map(Reference::expansion).toList();
        return names.isEmpty()
                ? List.of()
                : List.of(
                        list("expand", "The referenced records to include beside their uuids", names(names.stream())));
    }

    private static Parameter page() {
        var schema = Scalars.type("integer")
                .put("format", "int64")
                .put("minimum", 1)
                .put("maximum", PageRequest.MAXIMUM_PAGE)
                .put("default", 1);
        return query("page", "The number of the page, from 1; a page past the end is empty", schema);
    }

    private static Parameter pageSize() {
        var schema = Scalars.type("integer")
                .put("format", "int32")
                .put("minimum", 1)
                .put("maximum", PageRequest.MAXIMUM_SIZE)
                .put("default", PageRequest.DEFAULT_SIZE);
        return query("pageSize", "The number of records of a page", schema);
    }

    private static Parameter filter(Resource<?> resource, Filter filter) {
        var field = "`" + filter.field() + "`";
        var name = filter.parameter();
        return switch (filter.kind()) {
            case ONE_OF ->
                list(
                        name,
                        "Only records with one of these values in " + field + SEVERAL
                                + (filter.findsNone(resource) ? "; `none` finds records without one" : ""),
                        value(resource, filter));
            case PRESENT ->
                query(
                        name,
                        "Only records with " + field + " (`true`), or only those without (`false`)",
                        Scalars.type("boolean"));
            case ABSENT ->
                query(
                        name,
                        "Only records without " + field + " (`true`), or only those with it (`false`)",
                        Scalars.type("boolean"));
            case EVENT_TYPE ->
                list(name, "Only records with one of these event types in " + field + SEVERAL, eventType());
            case ENTRY -> list(name, "Only records with one of these entries in " + field + SEVERAL, entry());
            case ENTRIES -> entries(name);
            case AT_LEAST -> query(name, "Only records with at least this number in " + field, number());
            case AT_MOST -> query(name, "Only records with at most this number in " + field, number());
            case AFTER -> time(name, "Only records with a time after this one in " + field);
            case BEFORE -> time(name, "Only records with a time before this one in " + field);
        };
    }

    private static ObjectNode number() {
        return Scalars.type("number");
    }

    private static ObjectNode eventType() {
        return Scalars.text(1, EventTypes.LONGEST).put("pattern", "^(?:" + EventTypes.PATTERN + ")$");
    }

    private static ObjectNode entry() {
        return Scalars.text(3, LONGEST_ENTRY).put("pattern", "^" + ExternalIds.SYSTEMS + ":");
    }

    private static Parameter entries(String name) {
        var schema = Scalars.type("object");
        schema.set("additionalProperties", severalInOne());
        return query(name, "Only records with one of these values under the key in brackets", schema)
                .style(Parameter.StyleEnum.DEEPOBJECT)
                .explode(true);
    }

    /**
     * OpenAPI defines no lists within an object. Here, commas without a backslash separate the values too. The pattern refuses
     * empty values, and a backslash at the end. It has no group that repeats, which would overflow the stack of Java's matcher.
     */
    private static ObjectNode severalInOne() {
        return Scalars.text(1, Limits.PARAMETER_CHARACTERS)
                .put("pattern", "^(?!,)(?![\\s\\S]*[^\\\\],(?:,|$))(?![\\s\\S]*[^\\\\]\\\\$)(?!\\\\$)[\\s\\S]+$");
    }

    private static ObjectNode text() {
        return Scalars.text(1, Limits.FILTER_CHARACTERS);
    }

    private static ObjectNode value(Resource<?> resource, Filter filter) {
        var value = Scalars.written(resource.type(filter.field()).getRawClass()).orElseGet(ListParameters::text);
        return filter.findsNone(resource) ? orNone(value) : value;
    }

    private static ObjectNode orNone(ObjectNode value) {
        var schema = value.objectNode();
        schema.putArray("anyOf").add(value).add(names(Stream.of(Filter.NONE)));
        return schema;
    }

    private static Parameter search(Resource<?> resource) {
        var fields = String.join(" or ", resource.listing().searched());
        return query(
                "search",
                "Only records that contain every word in " + fields
                        + "; case, accents and the kind of apostrophes and hyphens do not matter",
                Scalars.text(1, Limits.SEARCH_CHARACTERS).put("pattern", ListQuery.SEARCHABLE));
    }

    private static Parameter time(String name, String description) {
        var schema = Json.mapper().createObjectNode();
        schema.putArray("anyOf")
                .add(Scalars.written(Instant.class).orElseThrow())
                .add(Scalars.text(17, 22).put("pattern", MINUTE))
                .add(Scalars.text(10, 10).put("format", "date"));
        return query(name, description + "; a date stands for its start in UTC", schema);
    }

    private static Parameter sort(Resource<?> resource) {
        var names = resource.listing().sortable().stream().flatMap(field -> Stream.of(field, "-" + field));
        var otherwise =
                resource.listing().order().map(field -> "by `" + field + "`").orElse("newest first");
        var sort = list("sort", "The fields to sort by, `-` for descending; default: " + otherwise, names(names));
        sort.getSchema().uniqueItems(true);
        return sort;
    }

    private static ObjectNode names(Stream<String> names) {
        var schema = Scalars.type("string");
        names.forEach(schema.putArray("enum")::add);
        return schema;
    }

    /** One or several values, separated by commas. */
    private static ObjectNode several(ObjectNode item) {
        var schema = Scalars.type("array").put("minItems", 1).put("maxItems", Limits.PARAMETER_CHARACTERS / 2);
        schema.set("items", item);
        return schema;
    }

    private static Parameter list(String name, String description, ObjectNode item) {
        return query(name, description, several(item))
                .style(Parameter.StyleEnum.FORM)
                .explode(false);
    }

    static Parameter query(String name, String description, ObjectNode schema) {
        return new Parameter().name(name).in("query").description(description).schema(Schemas.model(schema));
    }
}
