package touchstone.platform.audit.log;

/** Taking out the log: how many entries it has. */
public record ExportView(long entries) {}
