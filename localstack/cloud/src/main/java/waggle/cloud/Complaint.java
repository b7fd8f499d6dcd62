package waggle.cloud;

/** What the user of the command line has to hear, in one sentence. */
final class Complaint extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Complaint(String sentence) {
        super(sentence);
    }

    Complaint(String sentence, Exception cause) {
        super(sentence, cause);
    }
}
