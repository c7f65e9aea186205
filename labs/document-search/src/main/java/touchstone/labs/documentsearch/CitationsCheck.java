package touchstone.labs.documentsearch;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import touchstone.labs.documentsearch.Evidence.Asked;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;

/** Citations name documents that exist, quote what stands there, and hold the evidence, all of it. */
final class CitationsCheck implements Check {

    private static final int MOST = 5;
    private static final double GOOD = 0.75;

    /**
     * The citations of one answer.
     *
     * @param quality precision times the share of the needed facts that are covered, 0 to 1
     */
    private record Cited(int given, int fabricated, double quality, String why) {}

    @Override
    public Criterion criterion() {
        return new Criterion(
                "citations",
                "Cites what holds the answer",
                "rag-design",
                "precision times cover of the citations",
                10,
                Criterion.Kind.EXACT,
                false,
                "Checks every quote against the document as it is now, and drops or repairs what does not stand"
                        + " there.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = new Tally();
        int given = 0;
        int fabricated = 0;
        for (Asked asked : evidence.calm()) {
            Cited cited = cited(asked, evidence.corpus());
            given += cited.given();
            fabricated += cited.fabricated();
            tally.amount(asked, cited.quality(), 1);
            tally.example(asked.id(), cited.quality() >= GOOD, cited.why(), asked.callNumbers());
        }
        return tally.measure(
                this,
                "Of " + Words.count(given, "citation") + ", " + fabricated
                        + " named no document or quoted what does not stand there; precision times cover was "
                        + Words.decimal(tally.value()) + ".");
    }

    private static Cited cited(Asked asked, Corpus corpus) {
        Optional<AnswerReply> reply = asked.reply().filter(_ -> asked.ending().answered());
        if (reply.isEmpty()) {
            return new Cited(0, 0, 0, "No answer, so nothing is cited. " + asked.outcome());
        }
        List<Citation> citations = reply.get().citations();
        Set<String> covered = new HashSet<>();
        int supporting = 0;
        int fabricated = 0;
        String why = citations.isEmpty() ? "The answer cites nothing." : "";
        for (Citation citation : citations.stream().limit(MOST).toList()) {
            Optional<String> body =
                    corpus.bodyAt(citation.documentId(), asked.record().item().arrivalMicros());
            switch (citation.check(body, asked.truth().current())) {
                case Citation.Check.Supports(Set<String> facts) -> {
                    supporting++;
                    covered.addAll(facts);
                }
                case Citation.Check.Fabricated(String reason) -> {
                    fabricated++;
                    why = "A citation is made up: " + reason + ".";
                }
                case Citation.Check.Beside() ->
                    why = why.isEmpty() ? "A quote from " + citation.documentId() + " states no evidence." : why;
            }
        }
        if (citations.isEmpty()) {
            return new Cited(0, 0, 0, why);
        }
        double precision = (double) supporting / citations.size();
        double cover =
                (double) covered.size() / Math.max(1, asked.truth().facts().size());
        String found = covered.size() + " of " + asked.truth().facts().size() + " facts are cited, by " + supporting
                + " of " + Words.count(citations.size(), "citation") + ".";
        return new Cited(citations.size(), fabricated, precision * cover, why.isEmpty() ? found : why + " " + found);
    }
}
