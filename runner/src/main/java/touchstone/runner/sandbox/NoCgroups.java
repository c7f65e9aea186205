package touchstone.runner.sandbox;

import java.util.List;

/** No groups here; what is left are limits on each process. */
record NoCgroups(String label) implements ControlGroups {

    @Override
    public ControlGroup create(BoxRequest.Limits limits) {
        return new ControlGroup(List.of());
    }

    @Override
    public List<String> controls() {
        return List.of();
    }

    @Override
    public void removeLeftovers() {
        // Nothing was made.
    }
}
