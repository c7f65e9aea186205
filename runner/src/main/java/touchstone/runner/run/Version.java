package touchstone.runner.run;

/** The version of Touchstone that is running. */
public final class Version {

    private Version() {}

    /** Such as {@code 0.1.0}; "development" when it was not built as a jar. */
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
