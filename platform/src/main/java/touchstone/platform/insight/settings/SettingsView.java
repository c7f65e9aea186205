package touchstone.platform.insight.settings;

/** @param shown whether debriefs show fair scores */
public record SettingsView(boolean shown) {}
