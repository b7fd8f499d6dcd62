package waggle.model.records;

/**
 * A shape with a value that is shown once and never stored, such as the secret of an API key. Items, events, audit
 * entries and stored replies are made from the concealed shape.
 *
 * @param <T> the shape itself
 */
public interface Concealing<T> {
    /** The same without the value that is shown once. */
    T concealed();
}
