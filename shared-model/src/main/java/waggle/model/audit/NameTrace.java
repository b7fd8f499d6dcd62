package waggle.model.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import waggle.model.declaration.Write;
import waggle.model.lists.FormerNames;
import waggle.model.table.ItemKey;
import waggle.model.write.Happening;
import waggle.model.write.Happening.Written;
import waggle.model.write.Trace;

/**
 * Adds the name that a record loses to its former names, in the transaction of the unit of work. The transaction requires
 * the version of the record that was read, so no other write can have changed its former names since.
 */
public final class NameTrace implements Trace {
    @Override
    public void leave(Write write, List<Happening> happenings) {
        var lost = new LinkedHashMap<ItemKey, String>();
        for (var happening : happenings) {
            if (happening instanceof Written<?> written && isNamed(written)) {
                put(lost, write, written);
            }
        }
        if (lost.isEmpty()) {
            return;
        }
        var stored = write.items(List.copyOf(lost.keySet()));
        lost.forEach((key, name) -> {
            var before = stored.containsKey(key) ? FormerNames.of(stored.get(key)) : FormerNames.NONE;
            write.transaction().put(before.with(name, write.time()).item(key));
        });
    }

    /** Whether entries of logs can name the record. */
    private static boolean isNamed(Written<?> written) {
        return written.resource().storing().isCounted()
                && written.resource().nesting().isEmpty();
    }

    private static <T> void put(Map<ItemKey, String> lost, Write write, Written<T> written) {
        var resource = written.resource();
        var after = written.after().map(snapshot -> resource.title(snapshot.value()));
        written.before()
                .map(snapshot -> resource.title(snapshot.value()))
                .filter(name -> after.filter(name::equals).isEmpty())
                .ifPresent(name -> lost.put(FormerNames.key(write.company(), resource, written.uuid()), name));
    }
}
