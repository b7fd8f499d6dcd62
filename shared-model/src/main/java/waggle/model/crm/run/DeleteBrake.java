package waggle.model.crm.run;

import waggle.model.crm.sync.Brake;

/**
 * Lets a share of all links end in one run. A few may always end, so that small companies can delete records; the deletions
 * beyond are held until a person releases them.
 */
public final class DeleteBrake implements Brake {
    /** Deletions that any run may have. */
    static final int ALWAYS = 5;

    private final long most;
    private long ended;

    /**
     * A brake for one run.
     *
     * @param links number of links of the connection
     * @param percent of them that may end, 0 to 100
     */
    public DeleteBrake(long links, int percent) {
        this(links, percent, 0);
    }

    /**
     * A brake for the rest of a run.
     *
     * @param ended links that the run has ended already, in another process
     */
    public DeleteBrake(long links, int percent, long ended) {
        this.most = Math.max(ALWAYS, links * percent / 100);
        this.ended = ended;
    }

    @Override
    public synchronized boolean releases() {
        if (ended >= most) {
            return false;
        }
        ended++;
        return true;
    }

    /** The links that the run has ended so far. */
    public synchronized long ended() {
        return ended;
    }
}
