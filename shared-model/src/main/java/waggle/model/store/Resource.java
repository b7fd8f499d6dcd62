package waggle.model.store;

import java.util.List;

/**
 * The declaration of a resource: create, read, list, patch, delete and its events come from it.
 *
 * @param name what one record is called, in keys, events and errors ({@code tag})
 * @param path where the collection is found below the base ({@code tags})
 * @param shape what a client writes, with its constraints
 * @param uniques the texts that no two records share
 */
public record Resource<T>(String name, String path, Class<T> shape, List<Unique<T>> uniques) {
    public Resource {
        uniques = List.copyOf(uniques);
    }
}
