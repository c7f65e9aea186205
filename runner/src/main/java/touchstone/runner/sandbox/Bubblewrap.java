package touchstone.runner.sandbox;

import java.util.Optional;

/**
 * Runs a program with bubblewrap, on Linux.
 *
 * <p>Two boxes, one in the other. The outer one has a network of its own and runs two trusted relays (socat): one leads
 * from the box's loopback to the model, the other from the host to the program's port. The inner one shares that network
 * and nothing else: the program cannot see the relays, signal them, or touch their sockets. Nothing of the host can be
 * written; all folders are in memory and capped, and count against the memory limit; a seccomp filter and dropped
 * capabilities stand behind it. When Touchstone is root, every box is another user on the host.
 *
 * <p>What a program notices: a connection that one side half-closes is closed entirely after half a second; a reset of
 * the model's connection arrives as its end; each relay carries at most 512 connections at a time.
 */
public final class Bubblewrap implements Sandbox {

    @Override
    public String name() {
        return "bubblewrap";
    }

    /** Starts one tiny box the first time in this JVM, and remembers the answer. */
    @Override
    public Availability availability() {
        return Probe.answer();
    }

    @Override
    public Box start(BoxRequest request) {
        Machine machine = Machine.own();
        Optional<String> missing = machine.missing();
        if (missing.isPresent()) {
            throw new SandboxException(missing.get());
        }
        return BubblewrapBox.start(request, machine);
    }
}
