package touchstone.labs.documentsearch;

import touchstone.labs.documentsearch.Evidence.Searched;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;

/** What was accepted is still there after a restart. */
final class DurabilityCheck implements Check {

    @Override
    public Criterion criterion() {
        return new Criterion(
                "durability",
                "Keeps its documents over a restart",
                "production-reliability",
                "share of documents looked for",
                4,
                Criterion.Kind.EXACT,
                false,
                "Writes a batch to LAB_STATE_DIR before it says that it accepted it, and reads it back at the start.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = new Tally();
        for (Searched searched :
                evidence.searches(searched -> searched.is(Sort.PROBE) && searched.in(Timetable.RESTART))) {
            boolean found = searched.documents().contains(searched.probed());
            tally.judge(
                    searched,
                    found,
                    "Document " + searched.probed() + (found ? " was found" : " was not found")
                            + " after the restart.");
        }
        return tally.measure(this, "After the restart " + tally.ratio() + " documents were found by their own words.");
    }
}
