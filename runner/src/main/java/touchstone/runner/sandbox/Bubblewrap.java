package touchstone.runner.sandbox;

import java.util.List;

/**
 * Runs a program with bubblewrap, on Linux.
 *
 * <p>Two boxes, one in the other. The outer one has a network of its own and runs two trusted relays (socat): one leads
 * from the box's loopback to the model, the other from the host to the program's port. The inner one shares that network
 * and nothing else: the program cannot see the relays, signal them, or touch their sockets. Nothing of the host can be
 * written; all folders are in memory and capped; a seccomp filter and dropped capabilities stand behind it. When
 * Touchstone is root, every box is another user on the host.
 */
public final class Bubblewrap implements Sandbox {

    @Override
    public String name() {
        return "bubblewrap";
    }

    @Override
    public Availability availability() {
        return new Availability.Available(List.of(), List.of());
    }

    @Override
    public Box start(BoxRequest request) {
        return BubblewrapBox.start(request);
    }
}
