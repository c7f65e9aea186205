package touchstone.runner.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.Item;

/**
 * What the workload driver saw. With the ledger it is all that scoring needs.
 *
 * @param header which run this is
 * @param phases the phases as they were scripted
 * @param items one record for each item, in order of arrival
 */
public record RunLog(Header header, List<Day.Phase> phases, List<ItemRecord> items) {

    public RunLog {
        phases = List.copyOf(phases);
        items = List.copyOf(items);
    }

    /** @param startedAt ISO 8601 instant */
    public record Header(
            String lab, String labVersion, int gradingVersion, long seed, boolean quick, String startedAt) {}

    /**
     * All times in microseconds on the run's clock; -1 means "did not happen".
     *
     * @param sentMicros when the request was really sent; its lateness is the driver's
     * @param doneMicros when the last byte of the reply was read, or the driver gave up
     */
    public record ItemRecord(Item item, long sentMicros, long firstByteMicros, long doneMicros, ItemReply reply) {

        /** The same, with the planned arrival counted from {@code start} micros on the run's clock. */
        ItemRecord arrivingAfter(long start) {
            Item moved = new Item(
                    item.id(),
                    item.phase(),
                    item.kind(),
                    item.path(),
                    item.body(),
                    start + item.arrivalMicros(),
                    item.deadlineMillis(),
                    item.truth());
            return new ItemRecord(moved, sentMicros, firstByteMicros, doneMicros, reply);
        }
    }

    /** What came back for an item. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ItemReply.Replied.class, name = "replied"),
        @JsonSubTypes.Type(value = ItemReply.NoReply.class, name = "no-reply")
    })
    public sealed interface ItemReply {
        /** @param body at most 64 KiB of it, as text */
        record Replied(int status, String body) implements ItemReply {}

        /** @param reason one sentence */
        record NoReply(String reason) implements ItemReply {}
    }
}
