package touchstone.labs.documentsearch;

import java.util.List;
import touchstone.labs.documentsearch.Evidence.Searched;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;
import touchstone.runner.run.RunLog.ItemRecord;
import touchstone.runner.run.RunLog.ItemReply;

/** When the load ends, its documents can be found. */
final class IndexingCheck implements Check {

    @Override
    public Criterion criterion() {
        return new Criterion(
                "indexing",
                "Is ready when the load is over",
                "production-reliability",
                "share of documents looked for",
                4,
                Criterion.Kind.TIMING,
                false,
                "Embeds in batches beside accepting, so that searches work while the last documents come in.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = new Tally();
        for (Searched searched :
                evidence.searches(searched -> searched.is(Sort.PROBE) && searched.in(Timetable.LOAD))) {
            boolean found = searched.documents().contains(searched.probed());
            tally.judge(
                    searched,
                    found,
                    "Document " + searched.probed() + (found ? " was found" : " was not found")
                            + " by its own words at the end of the load.");
        }
        List<ItemRecord> load = evidence.batches().stream()
                .filter(record -> record.item().phase().equals(Timetable.LOAD))
                .toList();
        long accepted = load.stream().filter(IndexingCheck::accepted).count();
        return tally.measure(
                this,
                "At the end of the load " + tally.ratio() + " documents were found by their own words; " + accepted
                        + " of " + Words.count(load.size(), "batch", "batches")
                        + " were accepted in time.");
    }

    static boolean accepted(ItemRecord record) {
        return switch (record.reply()) {
            case ItemReply.NoReply _ -> false;
            case ItemReply.Replied replied -> replied.status() == 200;
        };
    }
}
