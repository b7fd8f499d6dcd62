package waggle.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The identifiers of a record in other systems, by the name of the system (docs/api.md, "Conventions": External ids).
 */
public final class ExternalIds {
    public static final String FIELD = "external_ids";

    /** The most entries of one record. */
    public static final int MOST = 20;

    /** The longest identifier, in characters. */
    public static final int LONGEST = 255;

    /** The name of a system, as a regular expression. */
    public static final String SYSTEMS = "[a-z][a-z0-9_]{0,63}";

    /** An identifier, as a regular expression. */
    public static final String IDENTIFIERS = "[^" + Formats.INVISIBLE + "]+";

    private static final Pattern VISIBLE = Pattern.compile(IDENTIFIERS);
    private static final Pattern SYSTEM = Pattern.compile(SYSTEMS);

    private ExternalIds() {}

    public static List<Fault> faults(Map<String, String> ids) {
        var faults = new ArrayList<Fault>();
        if (ids.size() > MOST) {
            faults.add(new Fault(FIELD, "must have at most " + MOST + " entries"));
        }
        ids.forEach((system, id) -> {
            if (!SYSTEM.matcher(system).matches()) {
                faults.add(new Fault(FIELD + "." + system, "must have a system name in snake_case, like salesforce"));
            } else if (!CodePoints.count(id, 1, LONGEST)) {
                faults.add(new Fault(FIELD + "." + system, "must have 1 to " + LONGEST + " characters"));
            } else if (!VISIBLE.matcher(id).matches()) {
                faults.add(new Fault(FIELD + "." + system, "must not have invisible characters"));
            }
        });
        return faults;
    }
}
