package touchstone.platform.catalogue.pack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.catalogue.CatalogueException;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.catalogue.PackFileRemoved;
import touchstone.platform.catalogue.PackFileSaved;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;

/**
 * The files of the organisation's own pack. Each change is checked as a whole pack over the core; a pack that cannot be
 * used is refused with a {@link CatalogueException}, and nothing was changed.
 */
@Service
@Transactional
class OwnPack {

    static final int MOST_FILE_BYTES = 1 << 20;
    static final int MOST_FILES = 200;
    static final long MOST_BYTES = 4L << 20;

    private static final Pattern PATH =
            Pattern.compile("(?:(?:competencies|roles|questions|plans)/)?[a-z0-9][a-z0-9-]{0,80}\\.yaml");

    /** A file as it stands. */
    record File(String path, String content, int version, UUID editedBy, Instant editedAt) {}

    /** One version of a file; {@code content} is empty where the file was removed. */
    record Version(int number, Optional<String> content, UUID editedBy, Instant editedAt) {}

    private final JdbcClient jdbc;
    private final CurrentCatalogue catalogue;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    OwnPack(JdbcClient jdbc, CurrentCatalogue catalogue, InstantSource clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.clock = clock;
        this.events = events;
    }

    /** All files, by path. */
    @Transactional(readOnly = true)
    public List<File> files() {
        return jdbc.sql("select * from catalogue.pack_file where organisation_id = ? order by path")
                .param(Acting.organisation())
                .query((row, number) -> new File(
                        row.getString("path"),
                        row.getString("content"),
                        row.getInt("version"),
                        row.getObject("edited_by", UUID.class),
                        row.getObject("edited_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<File> file(String path) {
        return files().stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /** Every version that the file ever had, the newest first. */
    @Transactional(readOnly = true)
    public List<Version> versions(String path) {
        return jdbc.sql("""
            select * from catalogue.pack_file_version where organisation_id = ? and path = ?
            order by version desc limit 100
            """)
                .params(Acting.organisation(), path)
                .query((row, number) -> new Version(
                        row.getInt("version"),
                        Optional.ofNullable(row.getString("content")),
                        row.getObject("edited_by", UUID.class),
                        row.getObject("edited_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Paths of files that were removed and can be brought back. */
    @Transactional(readOnly = true)
    public List<String> removed() {
        return jdbc.sql("""
            select distinct v.path from catalogue.pack_file_version v
            where v.organisation_id = ? and not exists (
              select from catalogue.pack_file f where f.organisation_id = v.organisation_id and f.path = v.path)
            order by v.path limit 100
            """)
                .param(Acting.organisation())
                .query((row, number) -> row.getString("path"))
                .list();
    }

    /**
     * Writes a file.
     *
     * @param version that the person saw; 0 for a file that was not there
     * @return the new version
     */
    public int save(String path, String content, int version) {
        lock();
        if (current(path) != version) {
            throw Refusal.conflict("catalogue.pack.changed");
        }
        int next = write(path, checked(path, content));
        check();
        return next;
    }

    /** Writes several files at once, whatever stood there; the versions before stay in the history. */
    public void saveAll(Map<String, String> files) {
        lock();
        files.forEach((path, content) -> write(path, checked(path, content)));
        check();
    }

    /** Takes a file away; refused where another file needs it. */
    public void remove(String path, int version) {
        lock();
        File file = file(path).orElseThrow(() -> Refusal.missing("catalogue.pack.no-file", path));
        if (file.version() != version) {
            throw Refusal.conflict("catalogue.pack.changed");
        }
        jdbc.sql("delete from catalogue.pack_file where organisation_id = ? and path = ?")
                .params(Acting.organisation(), path)
                .update();
        int next = remember(path, null);
        check();
        events.publishEvent(new PackFileRemoved(Acting.organisation(), path, next, sha256(file.content())));
    }

    /** Brings back an earlier version of a file as its newest; where the file was not there, it is removed. */
    public void restore(String path, int wanted, int version) {
        Version earlier = versions(path).stream()
                .filter(one -> one.number() == wanted)
                .findFirst()
                .orElseThrow(() -> Refusal.missing("catalogue.pack.no-file", path));
        if (earlier.content().isEmpty()) {
            remove(path, version);
        } else {
            save(path, earlier.content().get(), version);
        }
    }

    /** The content as it is kept, or a refusal when path or size cannot be used. */
    static String checked(String path, String content) {
        if (!PATH.matcher(path).matches()) {
            throw Refusal.invalid("catalogue.pack.path-wrong", path);
        }
        String plain = content.replace("\r\n", "\n").stripTrailing() + "\n";
        if (plain.isBlank() || plain.indexOf('\0') >= 0) {
            throw Refusal.invalid("catalogue.pack.empty", path);
        }
        if (plain.getBytes(StandardCharsets.UTF_8).length > MOST_FILE_BYTES) {
            throw Refusal.invalid("catalogue.pack.file-too-large", path);
        }
        return plain;
    }

    /** One change at a time: the row is held until the transaction ends, and its version counts the change. */
    private void lock() {
        jdbc.sql("""
            insert into catalogue.pack (organisation_id, version) values (?, 1)
            on conflict (organisation_id) do update set version = catalogue.pack.version + 1
            """).param(Acting.organisation()).update();
    }

    private int current(String path) {
        return file(path).map(File::version).orElse(0);
    }

    private int write(String path, String content) {
        int next = remember(path, content);
        jdbc.sql("""
            insert into catalogue.pack_file (organisation_id, path, content, version, edited_by, edited_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (organisation_id, path) do update set content = excluded.content,
              version = excluded.version, edited_by = excluded.edited_by, edited_at = excluded.edited_at
            """)
                .params(
                        Acting.organisation(),
                        path,
                        content,
                        next,
                        Acting.person().id(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new PackFileSaved(Acting.organisation(), path, next, sha256(content)));
        return next;
    }

    private int remember(String path, @org.jspecify.annotations.Nullable String content) {
        return jdbc.sql("""
            insert into catalogue.pack_file_version (organisation_id, path, version, content, edited_by, edited_at)
            select :organisation, :path, coalesce(max(version), 0) + 1, :content, :by, :at
            from catalogue.pack_file_version where organisation_id = :organisation and path = :path
            returning version
            """)
                .param("organisation", Acting.organisation())
                .param("path", path)
                .param("content", content, java.sql.Types.VARCHAR)
                .param("by", Acting.person().id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getInt("version"))
                .single();
    }

    private void check() {
        Map<String, String> files = catalogue.files();
        long bytes = files.values().stream().mapToLong(String::length).sum();
        if (files.size() > MOST_FILES || bytes > MOST_BYTES) {
            throw Refusal.invalid("catalogue.pack.too-large", MOST_FILES, MOST_BYTES >> 20);
        }
        catalogue.with(files);
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
