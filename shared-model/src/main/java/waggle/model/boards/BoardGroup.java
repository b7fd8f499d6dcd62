package waggle.model.boards;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waggle.model.paging.PageRequest;
import waggle.model.records.Entity;
import waggle.model.stages.Stage;
import waggle.model.tiers.Tier;

/**
 * The records of a board with the same stage, tier or status. The group of the records without one has none of the three.
 *
 * @param stage of the records, on a board of stages
 * @param tier of the records, on a board of tiers
 * @param status of the records, on a board of states
 * @param recordCount the number of records in the group
 * @param sums the values of the deals in the group, by currency; none of other records
 * @param data the first records of the group, in the order of the list
 */
public record BoardGroup<T>(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Entity<Stage> stage,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Entity<Tier> tier,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Size(max = 64)
        String status,

        @Min(0) long recordCount,
        List<BoardSum> sums,
        @Size(max = PageRequest.MAXIMUM_SIZE) List<Entity<T>> data) {}
