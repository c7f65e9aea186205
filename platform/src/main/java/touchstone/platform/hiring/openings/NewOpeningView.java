package touchstone.platform.hiring.openings;

import java.util.List;
import java.util.UUID;
import touchstone.catalogue.content.LevelPicture;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.Role;
import touchstone.platform.identity.Account;

/**
 * What a new opening can be.
 *
 * @param me preselected where possible
 * @param template preselected; empty when none was asked for
 */
public record NewOpeningView(
        List<Account> managers,
        UUID me,
        List<Role> roles,
        List<LevelPicture> levels,
        List<Plan> templates,
        String template) {

    public NewOpeningView {
        managers = List.copyOf(managers);
        roles = List.copyOf(roles);
        levels = List.copyOf(levels);
        templates = List.copyOf(templates);
    }

    /** The template that is preselected: the one asked for, or the first for the first role. */
    public boolean isChosen(Plan plan) {
        return template.isEmpty()
                ? templates.stream()
                        .filter(one -> one.role().equals(roles.getFirst().id()))
                        .findFirst()
                        .filter(plan::equals)
                        .isPresent()
                : plan.id().equals(template);
    }

    /** Whether the role fits the preselected template. */
    public boolean isChosen(Role role) {
        return templates.stream().anyMatch(plan -> isChosen(plan) && plan.role().equals(role.id()));
    }

    /** Whether the level is the last one that the preselected template fits. */
    public boolean isChosen(LevelPicture level) {
        return templates.stream()
                .anyMatch(plan -> isChosen(plan) && plan.levels().getLast() == level.level());
    }

    /** The titles of the levels that a template fits. */
    public String levels(Plan plan) {
        return levels.stream()
                .filter(level -> plan.levels().contains(level.level()))
                .map(LevelPicture::title)
                .collect(java.util.stream.Collectors.joining(", "));
    }

    /** The title of the role that a template was written for. */
    public String role(Plan plan) {
        return roles.stream()
                .filter(role -> role.id().equals(plan.role()))
                .map(Role::title)
                .findFirst()
                .orElse(plan.role());
    }
}
