package waggle.model.status;

import java.util.Locale;

/** A part of Waggle that the status page shows, with the texts of its incidents. */
public enum Component {
    API("API", "Requests fail", "A request through the front door of the API failed.", "Requests succeed again."),
    WEBHOOKS(
            "Webhooks",
            "Webhooks are delayed",
            "Deliveries to webhook endpoints are late. No event is lost.",
            "Deliveries are on time again."),
    LIVE(
            "Live updates",
            "Live updates are delayed",
            "Live updates reach their clients late. Clients that resume miss nothing.",
            "Live updates are on time again."),
    CRM(
            "CRM sync",
            "The synchronisation with CRMs is delayed",
            "Changes reach connected CRMs late. No change is lost.",
            "Changes are on time again.");

    private final String label;
    private final String title;
    private final String opening;
    private final String closing;

    Component(String label, String title, String opening, String closing) {
        this.label = label;
        this.title = title;
        this.opening = opening;
        this.closing = closing;
    }

    /** The name in replies, such as {@code webhooks}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name for people. */
    public String label() {
        return label;
    }

    /** The title of an incident of this component. */
    public String title() {
        return title;
    }

    /** The first text of an incident. */
    String opening() {
        return opening;
    }

    /** The last text of an incident. */
    String closing() {
        return closing;
    }
}
