package waggle.http.shape;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospectionReference;
import io.micronaut.core.beans.BeanIntrospector;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Finds the introspection of a record by the record's name. Micronaut's introspector loads the introspections of all records
 * before it finds one, and a function reads the bodies of few.
 */
final class Introspections implements BeanIntrospector {
    private final Map<Class<?>, Optional<BeanIntrospection<?>>> ofRecords = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("unchecked") // kept by the type that it is of
    public <T> Optional<BeanIntrospection<T>> findIntrospection(Class<T> type) {
        return type.isRecord()
                ? ofRecords.computeIfAbsent(type, Introspections::ofRecord).map(introspection ->
                        (BeanIntrospection<T>) introspection)
                : SHARED.findIntrospection(type);
    }

    /** Micronaut's processor writes the introspection {@code $Tag$Introspection} beside the record {@code Tag}. */
    private static Optional<BeanIntrospection<?>> ofRecord(Class<?> type) {
        var inPackage = type.getName().substring(type.getPackageName().length() + 1);
        var name = type.getPackageName() + ".$" + inPackage + "$Introspection";
        try {
            var reference = Class.forName(name, true, type.getClassLoader()).getConstructor();
            return Optional.of(((BeanIntrospectionReference<?>) reference.newInstance()).load());
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The introspection %s must have a public constructor".formatted(name), e);
        }
    }

    @Override
    public Collection<BeanIntrospection<Object>> findIntrospections(
            Predicate<? super BeanIntrospectionReference<?>> filter) {
        return SHARED.findIntrospections(filter);
    }

    @Override
    public Collection<Class<?>> findIntrospectedTypes(Predicate<? super BeanIntrospectionReference<?>> filter) {
        return SHARED.findIntrospectedTypes(filter);
    }
}
