package touchstone.runner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bubblewrap keeps the contract, and withstands programs that want out. Every attempt is capped by itself. */
class BubblewrapTests extends RestartContractTests {

    /** The program prints "held" where the box held, and "escaped" where it did not. */
    private static final String ATTEMPT = """
        import ctypes, errno, os, signal, socket, struct, sys, time
        libc = ctypes.CDLL(None, use_errno=True)
        def refused(what, *errors):
            try:
                result = what()
            except OSError as e:
                print('held', os.strerror(e.errno) if e.errno else e, flush=True)
            else:
                print('escaped', result, flush=True)
        def call(number, *arguments):
            if libc.syscall(number, *arguments) < 0:
                raise OSError(ctypes.get_errno(), 'refused')
        """;

    @BeforeAll
    static void needsBubblewrap() {
        assertThat(new Bubblewrap().availability())
                .as("these tests need bubblewrap and socat (./touchstone test installs them)")
                .isInstanceOf(Sandbox.Availability.Available.class);
    }

    @Override
    Sandbox sandbox() {
        return new Bubblewrap();
    }

    private String attempt(String python) throws Exception {
        write("attempt.py", ATTEMPT + python);
        try (ModelStandIn model = model()) {
            return output(request(model, "/usr/bin/python3 attempt.py"));
        }
    }

    @Test
    void letsNoProgramChangeTheToolbox() throws Exception {
        Path tool = Files.writeString(
                Files.createDirectories(folder.resolve("toolbox/lib")).resolve("tool.jar"), "a tool");
        write("attempt.py", ATTEMPT + """
            box = os.environ['TOOLBOX']
            print(box, open(box + '/lib/tool.jar').read())
            refused(lambda: open(box + '/lib/tool.jar', 'w'))
            refused(lambda: open(box + '/lib/other.jar', 'w'))
            refused(lambda: os.remove(box + '/lib/tool.jar'))
            """);
        try (ModelStandIn model = model()) {
            BoxRequest plain = request(model, "/usr/bin/python3 attempt.py");
            String printed = output(new BoxRequest(
                    plain.solution(),
                    new BoxRequest.Shown(Optional.empty(), Optional.of(folder.resolve("toolbox"))),
                    plain.build(),
                    plain.run(),
                    plain.model(),
                    plain.environment(),
                    plain.limits(),
                    plain.work()));
            assertThat(printed).contains("/toolbox a tool").doesNotContain("escaped", "Traceback");
            assertThat(printed.split("held", -1)).hasSize(4);
        }
        assertThat(tool).hasContent("a tool");
    }

    private void assertHeld(String python) throws Exception {
        assertThat(attempt(python)).contains("held").doesNotContain("escaped", "Traceback");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/root",
                "/home",
                "/etc/shadow",
                "/work",
                "/var",
                "/sys",
                "/run",
                "/boot",
                "/tmp/touchstone-users"
            })
    void hidesTheHostsFiles(String path) throws Exception {
        assertHeld("refused(lambda: os.listdir('%s') if not '%s'.endswith('w') else open('%s'))"
                .formatted(path, path, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/x", "/usr/x", "/etc/x", "/dev/x", "/data/x", "/bin/x", "/proc/sys/kernel/hostname", "/run/x"})
    void writesNothingOutsideItsFolders(String path) throws Exception {
        assertHeld("refused(lambda: open('%s', 'w').write('x'))".formatted(path));
    }

    @Test
    void cannotForgeAReport() throws Exception {
        try (ModelStandIn model = model()) {
            BoxRequest request = request(model, "/usr/bin/python3 attempt.py");
            Path report = request.work().resolve("report.json");
            write("attempt.py", ATTEMPT + "refused(lambda: open('%s', 'w').write('{}'))".formatted(report));
            assertThat(output(request)).contains("held").doesNotContain("escaped");
            assertThat(report).doesNotExist();
        }
    }

    @Test
    void readsNothingThroughALinkThatItBrought() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "of the host");
        Files.createDirectories(folder.resolve("solution"));
        Files.createSymbolicLink(folder.resolve("solution/link"), secret);
        Files.createSymbolicLink(folder.resolve("solution/up"), Path.of("../../../.."));
        assertHeld("""
            refused(lambda: open('link').read())
            refused(lambda: open('up/etc/shadow').read())
            """);
    }

    @Test
    void reachesNoPortOfTheHost() throws Exception {
        try (ModelStandIn other = ModelStandIn.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            int port = ((InetSocketAddress) other.address()).getPort();
            assertHeld("refused(lambda: socket.create_connection(('127.0.0.1', %d), 3))".formatted(port));
        }
    }

    @ParameterizedTest
    @CsvSource({"AF_INET, 192.0.2.1", "AF_INET, 10.0.0.1", "AF_INET, 169.254.169.254", "AF_INET6, 2001:db8::1"})
    void reachesNoOtherAddress(String family, String address) throws Exception {
        assertHeld("""
            s = socket.socket(socket.%s)
            s.settimeout(3)
            refused(lambda: s.connect(('%s', 80)))
            """.formatted(family, address));
    }

    @Test
    void seesNeitherTheRelaysNorTheHostsProcesses() throws Exception {
        assertHeld("""
            names = [open('/proc/' + p + '/cmdline').read().split('\\0')[0] for p in os.listdir('/proc') if p.isdigit()]
            print('escaped' if any('socat' in n or 'java' in n for n in names) else 'held')
            print('escaped' if len(names) > 6 else 'held', len(names))
            """);
    }

    @Test
    void cannotEndItsRelays() throws Exception {
        write("app.py", SERVER);
        write("kill.py", """
            import os, signal
            for pid in range(2, 500):
                if pid != os.getpid() and pid != os.getppid():
                    try: os.kill(pid, signal.SIGKILL)
                    except OSError: pass
            os.execvp('python3', ['python3', 'app.py'])
            """);
        try (ModelStandIn model = model();
                Box box = sandbox().start(request(model, "python3 kill.py & sleep 600"))) {
            awaitHealthyOrEnded(box);
        }
        try (ModelStandIn model = model();
                Box box = sandbox().start(request(model, "exec python3 kill.py"))) {
            awaitHealthy(box);
            assertThat(get(box, "/hello")).isEqualTo("model");
        }
    }

    @Test
    void killingEverythingEndsOnlyItself() throws Exception {
        write("app.py", SERVER);
        try (ModelStandIn model = model();
                Box other = sandbox().start(request(model, "python3 app.py"));
                Box box = sandbox().start(request(model, "kill -KILL -1"))) {
            await(() -> box.exitStatus().isPresent());
            awaitHealthy(other);
        }
    }

    private void awaitHealthyOrEnded(Box box) throws InterruptedException {
        await(() -> {
            try {
                return box.exitStatus().isPresent() || get(box, "/healthz").equals("ok");
            } catch (IOException _) {
                return false;
            }
        });
    }

    @Test
    void capsItsProcesses() throws Exception {
        String printed = attempt("""
            started = 0
            for i in range(500):
                try:
                    if os.fork() == 0:
                        time.sleep(30)
                        os._exit(0)
                    started += 1
                except OSError as e:
                    print('held', e, flush=True)
                    break
            print('started', started, flush=True)
            os.kill(os.getpid(), signal.SIGKILL)
            """);
        assertThat(printed).contains("held");
        int started = Integer.parseInt(printed.lines()
                .filter(line -> line.startsWith("started "))
                .findFirst()
                .orElseThrow()
                .substring("started ".length()));
        assertThat(started).isBetween(200, BoxRequest.Limits.DEFAULT.processes() + 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/job", "/state", "/tmp", "/dev/shm"})
    void capsItsFolders(String path) throws Exception {
        assertHeld("""
            def fill():
                for i in range(40):
                    with open('%s/f%%d' %% i, 'wb') as f:
                        for k in range(8): f.write(bytes(1 << 20))
                return 'wrote 320 MB'
            refused(fill)
            """.formatted(path));
    }

    @Test
    void capsItsMemory() throws Exception {
        try (ModelStandIn model = model()) {
            write(
                    "eat.py",
                    "b = []\nfor i in range(64): b.append(bytearray(os.urandom(1)) * (32 << 20))\nprint('escaped')"
                            .replace("b = []", "import os\nb = []"));
            BoxRequest request = request(model, "python3 eat.py");
            try (Box box = sandbox().start(request)) {
                await(() -> box.exitStatus().isPresent());
                assertThat(box.exitStatus().getAsInt()).isNotZero();
                assertThat(box.outputTail(1000)).doesNotContain("escaped");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "unshare the user, 0x10000000",
        "unshare mounts, 0x00020000",
        "unshare the network, 0x40000000",
    })
    void createsNoNamespace(String what, String flag) throws Exception {
        assertHeld(
                "# %s\nrefused(lambda: call(272 if os.uname().machine == 'x86_64' else 97, %s))".formatted(what, flag));
        assertHeld("refused(lambda: call(56 if os.uname().machine == 'x86_64' else 220, %s | 17, 0, 0, 0, 0))"
                .formatted(flag));
    }

    @Test
    void tracesNobody() throws Exception {
        assertHeld("""
            arm = os.uname().machine != 'x86_64'
            refused(lambda: call(117 if arm else 101, 16, os.getppid(), 0, 0))
            refused(lambda: call(270 if arm else 310, 1, 0, 0, 0, 0, 0))
            refused(lambda: call(280 if arm else 321, 0, 0, 0))
            refused(lambda: call(425, 1, 0))
            refused(lambda: call(40 if arm else 165, 0, 0, 0, 0, 0))
            """);
    }

    @Test
    void opensNoUnusualSockets() throws Exception {
        assertHeld("""
            refused(lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW))
            refused(lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 12))
            refused(lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 15))
            refused(lambda: socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM))
            refused(lambda: socket.socket(38, socket.SOCK_SEQPACKET))
            refused(lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1))
            """);
    }

    @Test
    void hasNoPrivileges() throws Exception {
        assertHeld("""
            status = open('/proc/self/status').read()
            lines = dict(l.split(':\\t', 1) for l in status.splitlines())
            for name in ('CapEff', 'CapPrm', 'CapBnd', 'CapAmb'):
                print('held' if int(lines[name], 16) == 0 else 'escaped', name, lines[name])
            print('held' if lines['NoNewPrivs'] == '1' and lines['Seccomp'] == '2' else 'escaped')
            print('held' if os.getuid() == 65534 and os.uname().nodename == 'box' else 'escaped')
            refused(lambda: os.setuid(0))
            refused(lambda: os.sethostname('x') if hasattr(os, 'sethostname') else socket.sethostname('x'))
            """);
    }

    @Test
    void inheritsNoFileDescriptors() throws Exception {
        assertHeld("""
            fds = {f: os.readlink('/proc/self/fd/' + f) for f in os.listdir('/proc/self/fd') if os.path.exists('/proc/self/fd/' + f) or f in '012'}
            print('held' if len(fds) <= 4 else 'escaped', fds)
            """);
    }

    @Test
    void twoBoxesDoNotSeeEachOther() throws Exception {
        write("app.py", SERVER);
        write("look.py", ATTEMPT + """
            refused(lambda: socket.create_connection(('127.0.0.1', int(os.environ['PORT'])), 3))
            print('held' if os.listdir('/state') == [] and os.listdir('/tmp') == [] else 'escaped')
            """);
        try (ModelStandIn model = model();
                Box first = sandbox().start(request(model, "touch /tmp/x /state/x; python3 app.py"))) {
            awaitHealthy(first);
            assertThat(output(request(model, "/usr/bin/python3 look.py")))
                    .contains("held")
                    .doesNotContain("escaped");
            assertThat(get(first, "/hello")).isEqualTo("model");
        }
    }

    @Test
    void refusesASolutionThatDoesNotFit() throws Exception {
        write("small.txt", "");
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("solution/big").toFile(), "rw")) {
            file.setLength(BoxRequest.Limits.DEFAULT.folderBytes() + 1);
        }
        try (ModelStandIn model = model();
                Box box = sandbox().start(request(model, "echo escaped"))) {
            assertThat(box.buildFailed()).isTrue();
            await(() -> box.outputTail(1000).contains("does not fit"));
        }
    }

    @Test
    void leavesNothingOnTheHost() throws Exception {
        List<String> before = traces();
        try (ModelStandIn model = model();
                Box box = sandbox().start(request(model, "sleep 600"))) {
            assertThat(traces()).hasSizeGreaterThan(before.size());
            assertThat(box.exitStatus()).isEmpty();
        }
        assertThat(traces()).isSubsetOf(before);
    }

    @Test
    void outlivesTheThreadThatStartedIt() throws Exception {
        write("app.py", SERVER);
        try (ModelStandIn model = model()) {
            BoxRequest request = request(model, "python3 app.py");
            AtomicReference<Box> started = new AtomicReference<>();
            Thread thread = new Thread(() -> started.set(sandbox().start(request)));
            thread.start();
            thread.join();
            try (Box box = started.get()) {
                Thread.sleep(200);
                awaitHealthy(box);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill", "interrupt"})
    void diesWithTouchstone(String how) throws Exception {
        String name = "touchstone-orphan-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        write("orphan.py", "import time; time.sleep(600)");
        Process touchstone = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        BoxHolder.classPath(),
                        BoxHolder.class.getName(),
                        folder.toString(),
                        "python3 orphan.py " + name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(touchstone.inputReader().readLine()).isEqualTo("up");
            await(() -> !running("orphan.py").isEmpty());
            if (how.equals("kill")) {
                touchstone.destroyForcibly();
            } else {
                touchstone.destroy();
            }
            touchstone.waitFor();
            await(() -> running(name).isEmpty());
        } finally {
            touchstone.destroyForcibly();
        }
    }

    /** Folders, control groups and processes of this JVM's boxes. */
    private static List<String> traces() throws IOException {
        List<String> traces = new ArrayList<>();
        for (Path parent : List.of(Path.of(System.getProperty("java.io.tmpdir")), Path.of("/sys/fs/cgroup/pids"))) {
            if (Files.isDirectory(parent)) {
                try (Stream<Path> entries = Files.list(parent)) {
                    entries.map(Path::toString)
                            .filter(name -> name.contains(OwnerMark.own()))
                            .forEach(traces::add);
                }
            }
        }
        ProcessHandle.current()
                .descendants()
                .map(ProcessHandle::pid)
                .map(String::valueOf)
                .forEach(traces::add);
        return traces;
    }
}
