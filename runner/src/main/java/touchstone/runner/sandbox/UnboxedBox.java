package touchstone.runner.sandbox;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/** A program that runs directly on the host, from a copy of its folder below the request's work folder. */
final class UnboxedBox implements Box {

    private final Teardown teardown;
    private final Start again;
    private final OutputLog output;
    private final URI address;
    private final boolean buildFailed;

    private volatile RunningTree tree;
    private volatile boolean restarting;

    /** Runs the program once more. */
    private interface Start {
        RunningTree run() throws IOException;
    }

    private UnboxedBox(
            Teardown teardown, RunningTree tree, Start again, OutputLog output, URI address, boolean buildFailed) {
        this.teardown = teardown;
        this.tree = tree;
        this.again = again;
        this.output = output;
        this.address = address;
        this.buildFailed = buildFailed;
    }

    static UnboxedBox start(BoxRequest request) {
        Teardown teardown = new Teardown();
        try {
            return start(request, teardown);
        } catch (IOException e) {
            teardown.close();
            throw new SandboxException("The program could not be started.", e);
        } catch (InterruptedException e) {
            teardown.close();
            Thread.currentThread().interrupt();
            throw new SandboxException("The program's start was interrupted.", e);
        } catch (RuntimeException e) {
            teardown.close();
            throw e;
        }
    }

    private static UnboxedBox start(BoxRequest request, Teardown teardown) throws IOException, InterruptedException {
        Path root = Files.createDirectories(request.work()).resolve("unboxed").toAbsolutePath();
        teardown.add(() -> delete(root));
        for (String name : new String[] {"state", "home", "data"}) {
            Files.createDirectories(root.resolve(name));
        }
        Trees.copy(request.solution(), root.resolve("job"));

        int port = freePort();
        String mark = UUID.randomUUID().toString();
        ProcessBuilder builder =
                new ProcessBuilder().directory(root.resolve("job").toFile());
        builder.redirectErrorStream(true).redirectInput(new File("/dev/null"));
        builder.environment().clear();
        builder.environment().putAll(environment(request, root, port, model(request, teardown)));
        builder.environment().put(RunningTree.MARK, mark);

        OutputLog output = new OutputLog();
        URI address = URI.create("http://127.0.0.1:" + port);
        Start start = () -> run(builder, "trap exit TERM\n" + request.run(), mark, output, request, teardown);
        if (request.build().isPresent()) {
            RunningTree build = run(builder, request.build().get(), mark, output, request, teardown);
            if (!build.endsWith(0, Sandbox.BUILD_LIMIT)) {
                build.kill();
                return new UnboxedBox(teardown, build, start, output, address, true);
            }
        }
        return new UnboxedBox(teardown, start.run(), start, output, address, false);
    }

    private static RunningTree run(
            ProcessBuilder builder,
            String command,
            String mark,
            OutputLog output,
            BoxRequest request,
            Teardown teardown)
            throws IOException {
        Process process = builder.command("/bin/sh", "-c", command).start();
        RunningTree tree = new RunningTree(process, mark);
        teardown.add(tree::kill);
        output.drainInBackground(process, request);
        return tree;
    }

    private static int model(BoxRequest request, Teardown teardown) {
        if (request.model() instanceof InetSocketAddress address) {
            return address.getPort();
        }
        Relay relay = Relay.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), request.model());
        teardown.add(relay::close);
        return ((InetSocketAddress) relay.address()).getPort();
    }

    private static Map<String, String> environment(BoxRequest request, Path root, int port, int modelPort) {
        Map<String, String> environment = BoxEnvironment.defaults(
                request,
                System.getProperty("java.home") + "/bin:" + System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        environment.put("HOME", root.resolve("home").toString());
        environment.putAll(request.environment());
        Path data = request.shown().labData().map(Path::toAbsolutePath).orElse(root.resolve("data"));
        environment.putAll(BoxEnvironment.contract(port, modelPort, data, root.resolve("state")));
        request.shown()
                .toolbox()
                .ifPresent(toolbox -> environment.put(
                        BoxEnvironment.TOOLBOX, toolbox.toAbsolutePath().toString()));
        return environment;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path root) {
        try {
            Trees.delete(root);
        } catch (IOException e) {
            throw new SandboxException("The copy of the solution in " + root + " cannot be removed.", e);
        }
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public OptionalInt exitStatus() {
        return restarting ? OptionalInt.empty() : tree.exitStatus();
    }

    @Override
    public boolean buildFailed() {
        return buildFailed;
    }

    @Override
    public String outputTail(int characters) {
        return output.tail(characters);
    }

    @Override
    public void restart(Duration grace) throws InterruptedException {
        if (exitStatus().isPresent()) {
            return;
        }
        restarting = true;
        try {
            tree.stop(grace);
            if (Thread.interrupted()) {
                throw new InterruptedException("the restart was called off");
            }
            tree = again.run();
        } catch (IOException e) {
            throw new SandboxException("The program could not be started again.", e);
        } finally {
            restarting = false;
        }
    }

    @Override
    public void stop(Duration grace) {
        tree.stop(grace);
    }

    @Override
    public void close() {
        teardown.close();
    }
}
