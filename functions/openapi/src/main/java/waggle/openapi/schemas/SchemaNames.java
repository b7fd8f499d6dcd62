package waggle.openapi.schemas;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.SchemaDefinitionNamingStrategy;
import java.util.stream.Collectors;
import waggle.http.reply.ApiError;
import waggle.model.records.Entity;
import waggle.openapi.source.Endpoints;

/** The names of schemas: {@code Tag} is the whole record, {@code TagPage} a page of them. */
class SchemaNames implements SchemaDefinitionNamingStrategy {

    @Override
    public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
        return of(key.getType());
    }

    String of(ResolvedType type) {
        var parameters = type.getTypeParameters().stream().map(this::of).collect(Collectors.joining());
        return type.isInstanceOf(Entity.class) ? parameters : parameters + plain(type.getErasedType());
    }

    private static String plain(Class<?> type) {
        if (type.equals(ApiError.class)) {
            return "Error";
        }
        var within = type.getTypeParameters().length == 0 ? type.getEnclosingClass() : null;
        return (within == null ? "" : plain(within)) + type.getSimpleName();
    }

    /** The names of schemas of requests: the body that creates a record is {@code NewTag}. */
    static final class OfRequests extends SchemaNames {
        @Override
        String of(ResolvedType type) {
            var outermost = outermost(type.getErasedType());
            return Endpoints.resource(outermost).isPresent() || Endpoints.isPart(outermost)
                    ? "New" + super.of(type)
                    : super.of(type);
        }

        private static Class<?> outermost(Class<?> type) {
            var within = type.getEnclosingClass();
            return within == null ? type : outermost(within);
        }
    }
}
