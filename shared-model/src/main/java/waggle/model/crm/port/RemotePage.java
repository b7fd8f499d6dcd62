package waggle.model.crm.port;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of changed records, the earliest change first.
 *
 * @param records may be empty although further pages follow
 * @param next cursor of the next page; null after the last page
 */
public record RemotePage(
        List<RemoteRecord> records, @Nullable String next) {
    public RemotePage {
        records = List.copyOf(records);
    }
}
