package touchstone.platform.catalogue.pack;

import org.jspecify.annotations.Nullable;

/** What the editor sends: {@code step} is {@code preview} or {@code save}. */
record EditForm(
        @Nullable String path,
        @Nullable String content,
        @Nullable Integer version,
        @Nullable String step) {

    String pathOrEmpty() {
        return path == null ? "" : path.strip();
    }

    String contentOrEmpty() {
        return content == null ? "" : content;
    }

    int versionOrNone() {
        return version == null ? 0 : version;
    }

    boolean preview() {
        return "preview".equals(step);
    }
}
