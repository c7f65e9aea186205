package touchstone.simulator.clients;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import touchstone.simulator.LimitRule;
import touchstone.simulator.Scenario;
import touchstone.simulator.behaviour.GroundedBehaviour;
import touchstone.simulator.fault.Fault;
import touchstone.simulator.fault.FaultPlan;
import touchstone.simulator.fault.FaultSchedule;
import touchstone.simulator.fault.Step;
import touchstone.simulator.knowledge.Knowledge;
import touchstone.simulator.knowledge.Question;
import touchstone.simulator.ledger.LedgerEntry;
import touchstone.simulator.ledger.MemoryLedger;
import touchstone.simulator.ledger.RunClock;
import touchstone.simulator.model.ModelCard;
import touchstone.simulator.model.Pace;
import touchstone.simulator.model.Price;
import touchstone.simulator.model.Quality;
import touchstone.simulator.wire.SentenceEmbeddings;
import touchstone.simulator.wire.SimulatedModel;

/** A simulated model for one client: each feature is an item, whose marker in the prompt brings its answer and its fault. */
final class Bench implements AutoCloseable {

    static final String KEY = "sk-clients";
    static final String MODEL = "sim-clients";
    static final String VECTORS = "sim-embed-small";
    static final String ANSWER = "The \"code\" is 4711,\nvalid in Zürich until the end of winter \u2744.";
    static final String TEXT = "Every simulated model says that it is one.";

    /** Longer than any client's own first pause, so that who waits less has not read it. */
    static final Duration HINT = Duration.ofMillis(3_100);

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final ModelCard CARD = new ModelCard(
            MODEL, 2_000, new Price(100, 50, 400), new Pace(0, 0, 500, 0, 1, 64), new Quality(1, 1, 1, 1, 1, 100_000));
    private static final Map<String, FaultPlan> PLANS = Map.of(
            Feature.RATE_LIMITED.id(), FaultPlan.of(limited(1_200)),
            Feature.SERVER_ERROR.id(), FaultPlan.of(new Fault.HttpError(500)),
            Feature.TIMEOUT.id(), FaultPlan.of(new Fault.HangBeforeHeaders(LONG)),
            Feature.CONNECTION_RESET.id(), FaultPlan.of(new Fault.ConnectionReset()),
            Feature.MALFORMED_JSON.id(), FaultPlan.of(new Fault.MalformedJson()),
            Feature.ERROR_EVENT.id(), FaultPlan.of(new Fault.ErrorEvent()),
            Feature.ABORT.id(), FaultPlan.of(new Fault.StallMidStream(LONG)),
            Feature.RETRY.id(), FaultPlan.of(limited(HINT.toMillis()), Step.SERVE),
            Feature.CLEAN_END.id(), FaultPlan.of(new Fault.CleanEnd()));

    private final SentenceEmbeddings embeddings = new SentenceEmbeddings();
    private final MemoryLedger ledger = new MemoryLedger();
    private final SimulatedModel model;

    Bench() {
        Scenario scenario = new Scenario(
                7,
                KEY,
                List.of(CARD),
                List.of(LimitRule.WIDE),
                new FaultSchedule(PLANS, List.of()),
                new Knowledge(List.of(), questions()));
        model = SimulatedModel.start(
                scenario,
                new GroundedBehaviour(scenario),
                embeddings,
                new RunClock(System::nanoTime),
                InstantSource.system(),
                ledger,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static List<Question> questions() {
        return Arrays.stream(Feature.values())
                .map(feature -> new Question(feature.id(), feature.id(), List.of(), ANSWER, List.of("I do not say.")))
                .toList();
    }

    private static Fault limited(long millis) {
        return new Fault.RateLimited(Duration.ofMillis(millis), Fault.HintForm.MILLISECONDS);
    }

    /** The prompt that asks for a feature's item. */
    static String prompt(Feature feature) {
        return "Answer the question " + feature.id() + ".";
    }

    String baseUrl() {
        return "http://127.0.0.1:" + model.port() + "/v1";
    }

    /** The vector of {@link #TEXT} as the sentence model gives it. */
    float[] vector() {
        return embeddings.embed(VECTORS, TEXT);
    }

    /** The finished calls for a feature, once one fits; all there are after half a minute otherwise. */
    List<LedgerEntry> calls(Feature feature, Predicate<LedgerEntry> wanted) throws InterruptedException {
        for (int i = 0; i < 3_000 && calls(feature).noneMatch(wanted); i++) {
            Thread.sleep(10);
        }
        return calls(feature).toList();
    }

    private Stream<LedgerEntry> calls(Feature feature) {
        return ledger.entries().stream().filter(entry -> entry.item().equals(feature.id()));
    }

    @Override
    public void close() {
        model.close();
    }
}
