package touchstone.runner.lab;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.runner.run.RunLog;
import touchstone.runner.run.Solution;
import touchstone.runner.score.SeedsLock;
import touchstone.runner.validate.ExpectedScores;
import touchstone.runner.validate.Mutant;
import touchstone.simulator.fault.FaultPlan;
import touchstone.yaml.YamlFile;

/**
 * What every lab keeps, without running anything (design, sections 2.2 and 2.4). A lab's test extends this and names its Java
 * side; nothing extends that.
 */
public abstract class LabContractTests {

    private static final int SEEDS = 20;

    /** At most one body of so many may have been read in another seed. */
    private static final int MOST_SEEN = 20;

    /** What only solutions of known quality hold; a candidate's process must never find it in the lab's jar. */
    private static final List<String> HIDDEN = List.of("ladder", "alternative", "mutants", "trivial", "starter");

    private final Lab lab;
    private final Path folder;

    /** @param folder the lab's folder */
    protected LabContractTests(Lab lab, Path folder) {
        this.lab = lab;
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * Names of the values of {@link Item#truth()} that the solution must bring forth itself, so that no request may hold them.
     */
    protected abstract Set<String> secrets();

    private LabDescription description() {
        return YamlFile.read(folder.resolve("lab.yaml"), LabDescription.class);
    }

    @Test
    void hasOneName() {
        assertThat(description().id())
                .isEqualTo(lab.id())
                .isEqualTo(folder.getFileName().toString());
    }

    @Test
    void addsUpToHundredPoints() {
        List<Criterion> criteria = lab.criteria();

        assertThat(criteria).extracting(Criterion::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]+"));
        assertThat(criteria).allMatch(criterion -> criterion.maxPoints() > 0);
        assertThat(criteria.stream().mapToInt(Criterion::maxPoints).sum()).isEqualTo(100);
    }

    @Test
    void listsTheCompetenciesItGivesEvidenceFor() {
        assertThat(lab.criteria().stream().map(Criterion::competency).collect(toSet()))
                .isEqualTo(new HashSet<>(description().competencies()));
    }

    @Test
    void asksAFollowUpForEachCriterion() {
        assertThat(description().followUps().keySet()).isEqualTo(ids());
    }

    @Test
    void hasPagesForCandidatesAndMaintainers() throws IOException {
        assertThat(Files.readString(folder.resolve("brief.md"))).contains("DECISIONS.md", "/healthz");
        assertThat(Files.readString(folder.resolve("design.md")))
                .contains("<!-- validation: begin -->", "<!-- validation: end -->");
    }

    @Test
    void hasSolutionsOfEveryKind() {
        List<String> solutions = new ArrayList<>(List.of("alternative"));
        LabFolder.RUNGS.forEach(rung -> solutions.add("ladder/" + rung));
        Stream.of("python", "java", "javascript").forEach(language -> solutions.add("starter/" + language));
        Stream.of("nop", "constant", "always-error").forEach(trivial -> solutions.add("trivial/" + trivial));

        assertThat(solutions)
                .allSatisfy(solution -> assertThat(Solution.read(folder.resolve(solution), lab.id()))
                        .isInstanceOf(Solution.Reading.Read.class));
    }

    @Test
    void hasAMutantThatFitsForEachCriterion(@TempDir Path work) throws IOException {
        Set<String> noticed = new HashSet<>();
        for (Path mutantFolder : folders("mutants")) {
            Mutant mutant = Mutant.read(mutantFolder);
            mutant.write(folder.resolve("ladder").resolve(mutant.of()), work.resolve(mutantFolder.getFileName()));
            assertThat(ids()).contains(mutant.criterion()).containsAll(mutant.sideEffects());
            noticed.add(mutant.criterion());
        }

        assertThat(noticed).isEqualTo(ids());
    }

    @Test
    void hasAnchorsForItsGradingVersionAndABandForEachRung() {
        SeedsLock lock = YamlFile.read(folder.resolve("seeds.lock"), SeedsLock.class);

        assertThat(lock.calibration().gradingVersion()).isEqualTo(description().gradingVersion());
        assertThat(ids())
                .allSatisfy(id -> assertThat(lock.calibration().anchors(id)).isNotEmpty());
        assertThat(lock.validationSeeds())
                .doesNotContainAnyElementsOf(lock.calibration().seeds());
        assertThat(ExpectedScores.read(folder)).isPresent();
    }

    @Test
    void playsTheSameDayForTheSameSeed() {
        for (boolean quick : new boolean[] {false, true}) {
            assertThat(lab.day(3, quick)).isEqualTo(lab.day(3, quick));
        }
    }

    @Test
    void countsTheSameInEverySeed() {
        for (boolean quick : new boolean[] {false, true}) {
            Map<String, Long> first = counts(lab.day(1, quick));
            for (long seed = 2; seed <= SEEDS; seed++) {
                Day day = lab.day(seed, quick);
                assertThat(counts(day)).as("seed %d", seed).isEqualTo(first);
                assertThat(day.phases()).isEqualTo(lab.day(1, quick).phases());
                assertThat(day.scenario().models())
                        .isEqualTo(lab.day(1, quick).scenario().models());
                assertThat(day.scenario().limits())
                        .isEqualTo(lab.day(1, quick).scenario().limits());
                assertThat(day.scenario().faults().windows())
                        .isEqualTo(lab.day(1, quick).scenario().faults().windows());
            }
        }
    }

    @Test
    void readsDifferentlyInEverySeed() {
        Set<String> bodies = new HashSet<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            Set<String> own =
                    lab.day(seed, true).items().stream().map(Item::body).collect(toSet());
            // a short question may be the same in two worlds and have another answer there
            long seen = own.stream().filter(bodies::contains).count();
            assertThat(seen).as("seed %d", seed).isLessThanOrEqualTo(own.size() / MOST_SEEN);
            bodies.addAll(own);
        }
    }

    @Test
    void keepsItsItemsInOrderAndInTheirPhases() {
        for (boolean quick : new boolean[] {false, true}) {
            Day day = lab.day(5, quick);
            Map<String, Day.Phase> phases = new TreeMap<>();
            long end = 0;
            for (Day.Phase phase : day.phases()) {
                assertThat(phases.put(phase.name(), phase)).as(phase.name()).isNull();
                assertThat(phase.startMicros()).isEqualTo(end);
                assertThat(phase.endMicros()).isGreaterThan(phase.startMicros());
                end = phase.endMicros();
            }
            assertThat(day.items()).extracting(Item::id).doesNotHaveDuplicates();
            assertThat(day.items()).extracting(Item::arrivalMicros).isSorted();
            assertThat(day.items()).allSatisfy(item -> {
                assertThat(phases).containsKey(item.phase());
                Day.Phase phase = phases.getOrDefault(item.phase(), day.phases().getFirst());
                assertThat(item.arrivalMicros()).isBetween(phase.startMicros(), phase.endMicros());
            });
        }
    }

    @Test
    void measuresAndDrawsADayOnWhichNothingWasAnswered() {
        Day day = lab.day(1, true);
        RunLog.Header header = new RunLog.Header(lab.id(), "1.0.0", 1, 1, true, "2026-01-02T03:04:05Z");
        List<RunLog.ItemRecord> records = day.items().stream()
                .map(item -> new RunLog.ItemRecord(
                        item,
                        item.arrivalMicros(),
                        -1,
                        item.arrivalMicros() + item.deadlineMillis() * 1_000L,
                        new RunLog.ItemReply.NoReply("the connection failed")))
                .toList();
        RunLog silent = new RunLog(header, day.phases(), records);

        assertThat(lab.measure(silent, List.of()))
                .extracting(Measure::criterion)
                .containsExactlyElementsOf(
                        lab.criteria().stream().map(Criterion::id).toList());
        assertThat(lab.figures(silent, List.of()))
                .isEqualTo(lab.figures(silent, List.of()))
                .allMatch(
                        figure -> !figure.title().isBlank() && !figure.caption().isBlank());
    }

    @Test
    void showsNoTruthToTheSolution() {
        List<Item> items = LongStream.rangeClosed(1, SEEDS)
                .boxed()
                .flatMap(seed -> lab.day(seed, true).items().stream())
                .toList();

        assertThat(secrets()).isNotEmpty();
        assertThat(items).allSatisfy(item -> {
            assertThat(item.truth()).containsKeys(secrets().toArray(String[]::new));
            assertThat(secrets())
                    .noneMatch(name -> item.body().contains(item.truth().getOrDefault(name, "")));
        });
    }

    @Test
    void keepsSolutionsOutOfItsJar() throws IOException, URISyntaxException {
        Path classes = Path.of(lab.getClass()
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Set<String> hidden = new HashSet<>();
        for (Path file : files(HIDDEN.stream().map(folder::resolve).toList())) {
            hidden.add(file.getFileName().toString());
        }
        List<Path> packed = files(List.of(classes));

        assertThat(packed).isNotEmpty();
        assertThat(packed).allSatisfy(file -> {
            assertThat(HIDDEN)
                    .doesNotContain(classes.relativize(file).getName(0).toString());
            assertThat(hidden).doesNotContain(file.getFileName().toString());
        });
    }

    private Set<String> ids() {
        return lab.criteria().stream().map(Criterion::id).collect(toSet());
    }

    /** How many items there are of each phase, kind, deadline and fault plan. */
    private static Map<String, Long> counts(Day day) {
        Map<String, FaultPlan> plans = day.scenario().faults().plans();
        return day.items().stream()
                .collect(groupingBy(
                        item -> item.phase() + " " + item.kind() + " " + item.path() + " " + item.deadlineMillis() + " "
                                + plans.getOrDefault(item.id(), NO_FAULT),
                        TreeMap::new,
                        counting()));
    }

    private static final FaultPlan NO_FAULT = FaultPlan.of(touchstone.simulator.fault.Step.SERVE);

    private List<Path> folders(String name) throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve(name))) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> files(List<Path> roots) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> walk = Files.walk(root)) {
                walk.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files;
    }
}
