package touchstone.runner.sandbox;

import java.util.List;

/**
 * No sandbox: the program runs as the user who runs Touchstone and may do whatever that user may. For one's own code only
 * ({@code --trust}). The environment is the same as in a box; the solution's folder is copied.
 */
public final class Unboxed implements Sandbox {

    @Override
    public String name() {
        return "none";
    }

    @Override
    public Availability availability() {
        return new Availability.Available(
                List.of("output (pipe)"), List.of("memory, processes, cpu, folders, network: there is no sandbox"));
    }

    @Override
    public Box start(BoxRequest request) {
        return UnboxedBox.start(request);
    }
}
