package waggle.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.store.PageRequest;

/** The query of a list (contract §1, "Lists"). */
final class ListQuery {
    private static final String PAGE = "page";
    private static final String PAGE_SIZE = "pageSize";
    private static final Set<String> KNOWN = Set.of(PAGE, PAGE_SIZE);

    private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]*+");

    /** As many digits as always fit a long. */
    private static final int DIGITS = 18;

    private final GatewayEvent event;
    private final List<Fault> faults = new ArrayList<>();

    private ListQuery(GatewayEvent event) {
        this.event = event;
    }

    /** @throws WaggleException with a fault for each parameter that is unknown or out of bounds */
    static PageRequest page(GatewayEvent event) {
        return new ListQuery(event).read();
    }

    private PageRequest read() {
        event.query().keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> fault(name, "is not a parameter of this list; known are page and pageSize"));
        var page = number(PAGE, Long.MAX_VALUE, "must be a whole number from 1").orElse(1L);
        var size = number(PAGE_SIZE, PageRequest.MAXIMUM_SIZE, "must be a whole number from 1 to 50")
                .orElse((long) PageRequest.DEFAULT_SIZE);
        if (!faults.isEmpty()) {
            throw WaggleException.invalid(faults);
        }
        return new PageRequest(page, size.intValue());
    }

    private Optional<Long> number(String name, long maximum, String expected) {
        var values = event.query().getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        var value = values.getFirst();
        if (values.size() > 1 || !POSITIVE.matcher(value).matches() || clamped(value) > maximum) {
            fault(name, expected);
            return Optional.empty();
        }
        return Optional.of(clamped(value));
    }

    /** A page that no long can count is past every end, like the last that it can. */
    private static long clamped(String number) {
        return number.length() > DIGITS ? Long.MAX_VALUE : Long.parseLong(number);
    }

    private void fault(String name, String message) {
        faults.add(new Fault(name, message));
    }
}
