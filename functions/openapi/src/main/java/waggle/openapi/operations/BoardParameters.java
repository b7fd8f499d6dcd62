package waggle.openapi.operations;

import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import waggle.model.boards.Board;
import waggle.model.boards.Grouping;
import waggle.model.declaration.Resource;
import waggle.model.paging.PageRequest;
import waggle.openapi.schemas.Scalars;
import waggle.openapi.schemas.Schemas;

/** The query parameters of a board: those of the list that choose and sort records, and the grouping. */
final class BoardParameters {
    /** Parameters of the list that a board lacks: a reference has no name. */
    private static final Set<String> LACKING = Set.of("expand");

    private static final Set<String> LACKING_REFERENCES = Set.of("page", "pageSize", ListParameters.UUIDS);

    private BoardParameters() {}

    static List<Parameter> of(Resource<?> resource) {
        var grouping = Scalars.type("string");
        var ids = grouping.putArray("enum");
        Grouping.of(resource).forEach(each -> ids.add(each.id()));
        var size = Scalars.type("integer")
                .put("format", "int32")
                .put("minimum", 1)
                .put("maximum", PageRequest.MAXIMUM_SIZE)
                .put("default", Board.DEFAULT_SIZE);
        var parameters = new ArrayList<>(List.of(
                new Parameter()
                        .name("group_by")
                        .in("query")
                        .required(true)
                        .description("What the records of a group have in common")
                        .schema(Schemas.model(grouping)),
                new Parameter()
                        .name("pageSize")
                        .in("query")
                        .description("The number of records of each group")
                        .schema(Schemas.model(size))));
        ListParameters.ofList(resource, "").stream()
                .filter(BoardParameters::isOfBoard)
                .forEach(parameters::add);
        return parameters;
    }

    private static boolean isOfBoard(Parameter parameter) {
        var reference = parameter.get$ref();
        return reference == null
                ? !LACKING.contains(parameter.getName())
                : LACKING_REFERENCES.stream().noneMatch(name -> reference.endsWith("/" + name));
    }
}
