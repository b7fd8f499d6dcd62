package waggle.events;

import java.time.Duration;
import java.util.List;

/** The queues of shipments: one that keeps their order, and one for those that are to wait. */
interface Queues {

    /** Hands shipments on, in their order; what was handed on in the last five minutes is not handed on again. */
    void send(List<Shipment> shipments);

    /** Hands a shipment on after a wait of at most 15 minutes. */
    void send(Shipment shipment, Duration wait);

    /** Takes a message that was worked off out of its queue, so that its group need not wait for the rest of the batch. */
    void done(Message message);

    /** Puts a message back that nothing was begun for, to be handed out at once. */
    void putBack(Message message);
}
