package waggle.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How other systems call a record: the name of a system to the identifier it gave (contract §3, {@code external_ids}). */
public final class ExternalIds {
    public static final String FIELD = "external_ids";

    /** How many systems can know a record. */
    public static final int MOST = 20;

    /** The longest identifier, in characters. */
    public static final int LONGEST = 255;

    /** What a system can be called, as a regular expression. */
    public static final String SYSTEMS = "[a-z][a-z0-9_]{0,63}";

    private static final Pattern SYSTEM = Pattern.compile(SYSTEMS);

    private ExternalIds() {}

    public static List<Fault> faults(Map<String, String> ids) {
        var faults = new ArrayList<Fault>();
        if (ids.size() > MOST) {
            faults.add(new Fault(FIELD, "must have at most " + MOST + " entries"));
        }
        ids.forEach((system, id) -> {
            if (!SYSTEM.matcher(system).matches()) {
                faults.add(new Fault(FIELD + "." + system, "must stand under a name in snake_case, like salesforce"));
            } else if (id == null || id.isEmpty() || id.length() > LONGEST) {
                faults.add(new Fault(FIELD + "." + system, "must have 1 to " + LONGEST + " characters"));
            }
        });
        return faults;
    }
}
