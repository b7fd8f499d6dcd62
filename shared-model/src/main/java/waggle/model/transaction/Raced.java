package waggle.model.transaction;

/** Another write changed what this write has read: the write begins again with a fresh read. */
public final class Raced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Raced() {
        super(null, null, false, false);
    }
}
