package touchstone.labs.resilientclient;

import java.util.Map;
import java.util.stream.Collectors;
import touchstone.labs.resilientclient.Evidence.Asked;
import touchstone.labs.resilientclient.Tally.Verdict;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;

/** An error that repeating cannot cure is not repeated. */
final class HopelessCallsCheck implements Check {

    private static final int MOST_CALLS = 2;

    @Override
    public Criterion criterion() {
        return new Criterion(
                "hopeless-calls",
                "Does not retry what cannot succeed",
                "working-with-apis",
                "share of hopeless items",
                8,
                Criterion.Kind.EXACT,
                false,
                "Tells a spent quota (also a 429) and 400, 401, 403, 404 from faults that pass, and stops after one"
                        + " call.");
    }

    @Override
    public Measure measure(Evidence evidence) {
        Tally tally = Tally.judging(
                evidence.of(Kind.QUOTA, Kind.BAD_REQUEST, Kind.UNAUTHORIZED, Kind.FORBIDDEN, Kind.NOT_FOUND),
                HopelessCallsCheck::judge);
        return tally.measure(this, "It stopped after the first refusal in " + tally.ratio() + " hopeless items.");
    }

    private static Verdict judge(Asked asked) {
        if (asked.calls().isEmpty()) {
            return Verdict.badly("No model call was made for it.");
        }
        Map<String, Long> perModel = asked.calls().stream()
                .collect(Collectors.groupingBy(call -> call.request().model(), Collectors.counting()));
        boolean once = perModel.values().stream().allMatch(calls -> calls == 1)
                && asked.calls().size() <= MOST_CALLS;
        int calls = asked.calls().size();
        return new Verdict(
                once,
                (calls == 1 ? "It called once" : "It called " + calls + " times") + "; "
                        + asked.calls().getFirst().served().fault() + " cannot pass.");
    }
}
