package touchstone.runner.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/** A program in its two boxes, with the relays on the host's side. */
final class BubblewrapBox implements Box {

    private static final Duration END_OF_KILLED = Duration.ofSeconds(30);

    private final Teardown teardown;
    private final OuterProcess outer;
    private final Events events;
    private final OutputLog output;
    private final URI address;
    private final boolean buildFailed;

    private BubblewrapBox(
            Teardown teardown, OuterProcess outer, Events events, OutputLog output, URI address, boolean buildFailed) {
        this.teardown = teardown;
        this.outer = outer;
        this.events = events;
        this.output = output;
        this.address = address;
        this.buildFailed = buildFailed;
    }

    /** Returns when the program has been started, or its build has failed. */
    static BubblewrapBox start(BoxRequest request, Machine machine) {
        if (!Files.isDirectory(request.solution())) {
            throw new SandboxException("There is no folder " + request.solution() + " to run.");
        }
        Teardown teardown = new Teardown();
        try {
            return start(request, machine, teardown);
        } catch (IOException e) {
            teardown.close();
            throw new SandboxException("The box could not be started.", e);
        } catch (InterruptedException e) {
            teardown.close();
            Thread.currentThread().interrupt();
            throw new SandboxException("The box's start was interrupted.", e);
        } catch (RuntimeException e) {
            teardown.close();
            throw e;
        }
    }

    private static BubblewrapBox start(BoxRequest request, Machine machine, Teardown teardown)
            throws IOException, InterruptedException {
        HostUser user = HostUser.take(Path.of(System.getProperty("java.io.tmpdir"), "touchstone-users"));
        teardown.add(user::close);
        BoxFolder folder = BoxFolder.create(user, request.shown(), machine.filter());
        teardown.add(folder::close);
        ControlGroup group = machine.groups().create(request.limits());
        teardown.add(group::close);
        URI address = relays(request, folder, teardown);

        OuterProcess outer =
                new OuterProcess(new ProcessBuilder(new BubblewrapCommand(request, folder, machine).of(user)).start());
        teardown.add(outer::kill);
        OutputLog output = new OutputLog();
        output.drainInBackground(outer.process(), request);
        Events events = new Events();
        Thread.ofVirtual().start(() -> events.drain(outer.process().getErrorStream()));

        boolean built = follow(events, outer, group);
        return new BubblewrapBox(teardown, outer, events, output, address, !built);
    }

    private static URI relays(BoxRequest request, BoxFolder folder, Teardown teardown) throws IOException {
        Path modelSocket = folder.model().resolve("socket");
        Relay toModel = Relay.open(UnixDomainSocketAddress.of(modelSocket), request.model());
        teardown.add(toModel::close);
        BoxFolder.permit(modelSocket, "rw-rw-rw-");
        SocketAddress programSocket =
                UnixDomainSocketAddress.of(folder.program().resolve("socket"));
        Relay toProgram = Relay.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), programSocket);
        teardown.add(toProgram::close);
        int port = ((InetSocketAddress) toProgram.address()).getPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Leads the box up; returns whether the program was built. */
    private static boolean follow(Events events, OuterProcess outer, ControlGroup group)
            throws IOException, InterruptedException {
        boolean inside = false;
        long deadline = System.nanoTime() + Sandbox.BUILD_LIMIT.toNanos();
        while (true) {
            Events.Step step = events.next(Duration.ofNanos(deadline - System.nanoTime()));
            switch (step.event()) {
                case READY -> {
                    outer.rememberMembers();
                    group.add(InnerProcess.onHost(outer.process(), step.process()));
                    outer.tell("go");
                }
                case INSIDE -> inside = true;
                case BUILD_FAILED, LATE -> {
                    outer.kill();
                    return false;
                }
                case RUNNING -> {
                    return true;
                }
                case ENDED -> {
                    if (inside) {
                        return false;
                    }
                    throw new SandboxException("The box did not start: " + events.words());
                }
            }
        }
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public OptionalInt exitStatus() {
        return outer.exitStatus();
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
        events.forget();
        try {
            outer.tell("restart " + Math.max(1, grace.toSeconds()));
        } catch (IOException _) {
            outer.kill();
            return;
        }
        switch (events.next(grace.plus(END_OF_KILLED)).event()) {
            case RUNNING -> {}
            case READY, INSIDE, BUILD_FAILED, ENDED, LATE -> outer.kill();
        }
    }

    @Override
    public void stop(Duration grace) {
        try {
            outer.tell("stop");
            outer.await(grace);
        } catch (IOException _) {
            // It ended before it could be told.
        }
        outer.kill();
    }

    @Override
    public void close() {
        teardown.close();
    }
}
