package waggle.model.crm.sync;

import waggle.model.WaggleException;

/** Stores steps. A dry run only notes them. */
public interface Steps {
    /**
     * Stores a step in one transaction, on condition that the link is still the one of {@link Step#before}, and that neither
     * the record nor the remote identifier is linked otherwise. A link of only the record or only the remote identifier gives
     * way to a link of both.
     *
     * @throws WaggleException if Waggle refuses the values; nothing is stored
     */
    void store(Step step);
}
