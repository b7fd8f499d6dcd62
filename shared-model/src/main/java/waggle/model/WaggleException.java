package waggle.model;

import java.util.List;
import java.util.Objects;

/** The refusal of a request. The rule that refuses throws it, and one place turns it into a reply. */
public final class WaggleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Fault> faults;

    /** Refuses with the code's default sentence. */
    public WaggleException(ErrorCode code) {
        this(code, code.message());
    }

    /** Refuses with a sentence that names what was expected. */
    public WaggleException(ErrorCode code, String message) {
        this(code, message, List.of());
    }

    private WaggleException(ErrorCode code, String message, List<Fault> faults) {
        super(message);
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    /** Refuses what the state of records does not allow, with a sentence whose first letter becomes a capital. */
    public static WaggleException conflict(String sentence) {
        return refused(ErrorCode.CONFLICT, sentence);
    }

    /** Refuses with a sentence whose first letter becomes a capital, since it may begin with the name of a record. */
    public static WaggleException refused(ErrorCode code, String sentence) {
        return new WaggleException(code, Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
    }

    /** Refuses an invalid input with all its faults (docs/api.md, "Conventions": Errors). */
    public static WaggleException invalid(List<Fault> faults) {
        var first = faults.getFirst();
        var more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
        return new WaggleException(ErrorCode.INVALID_REQUEST, first.field() + " " + first.message() + more, faults);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public ErrorCode code() {
        return code;
    }

    public List<Fault> faults() {
        return faults;
    }
}
