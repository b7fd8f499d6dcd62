package waggle.model.store;

import java.util.List;
import waggle.model.Actor;

/** What a record refers to beside its declared references. */
@FunctionalInterface
public interface UseSource<T> {
    List<Use> of(Store<T> store, Actor actor, T value);
}
