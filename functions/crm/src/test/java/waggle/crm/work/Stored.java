package waggle.crm.work;

import java.util.UUID;
import waggle.model.LocalTable;

/** The items of a table as texts. */
final class Stored {
    private Stored() {}

    /** The items whose keys name a company. */
    static String of(String table, UUID company) {
        return text(table, company.toString());
    }

    /** All items. */
    static String of(String table) {
        return text(table, "");
    }

    private static String text(String table, String name) {
        var all = new StringBuilder();
        LocalTable.shared().scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
                .map(Object::toString)
                .filter(item -> item.contains(name))
                .forEach(all::append);
        return all.toString();
    }
}
