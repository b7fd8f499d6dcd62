package waggle.model.crm.port;

/**
 * A stage of a CRM's deals.
 *
 * @param id the provider's identifier, which a deal holds
 * @param label the name that people see
 * @param pipeline label of the pipeline that the stage belongs to
 * @param outcome whether a deal in the stage is open, won or lost
 */
public record RemoteStage(String id, String label, String pipeline, Outcome outcome) {

    /** The outcome of a deal in a stage. */
    public enum Outcome {
        OPEN,
        WON,
        LOST
    }
}
