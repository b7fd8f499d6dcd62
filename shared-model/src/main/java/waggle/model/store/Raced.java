package waggle.model.store;

/** Someone else changed what a write was made on between our reading and our writing it: it begins again. */
public final class Raced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Raced() {
        super(null, null, false, false);
    }
}
