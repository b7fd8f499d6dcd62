package waggle.model.store;

import java.util.Set;
import waggle.model.Actor;

/** Under which keys a company's records can have values that lists are filtered by. */
@FunctionalInterface
public interface EntryKeys<T> {
    Set<String> of(Store<T> store, Actor actor);
}
