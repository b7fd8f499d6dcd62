package waggle.model.crm.sync;

/** Stops deletions when too many come at once, since a faulty read or a mistake looks like many deletions. */
@FunctionalInterface
public interface Brake {
    /** Whether one more deletion may travel. */
    boolean releases();
}
