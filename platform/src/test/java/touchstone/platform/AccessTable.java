package touchstone.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;

/** The table of who may call which page, as it is written and as the pages declare it. */
final class AccessTable {

    private static final Path FILE = Path.of("src/test/resources/access.csv");

    private AccessTable() {}

    /** The columns of the table. */
    enum Who {
        ADMINISTRATOR(Role.ADMINISTRATOR),
        RECRUITER(Role.RECRUITER),
        HIRING_MANAGER(Role.HIRING_MANAGER),
        INTERVIEWER(Role.INTERVIEWER),
        BAR_RAISER(Role.BAR_RAISER),
        CANDIDATE(Role.CANDIDATE),
        NOBODY(null);

        private final Optional<Role> role;

        Who(@org.jspecify.annotations.Nullable Role role) {
            this.role = Optional.ofNullable(role);
        }

        Optional<Role> role() {
            return role;
        }

        String column() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A page and a verb.
     *
     * @param path pattern, and after a question mark the parameters that the handler insists on
     * @param verb of HTTP, or ANY
     * @param mediaType of a body
     */
    record Row(String path, String verb, String mediaType, Set<Who> allowed) {

        String key() {
            return path + "," + verb;
        }

        String line() {
            return key() + ","
                    + Arrays.stream(Who.values())
                            .map(who -> allowed.contains(who) ? "yes" : "no")
                            .collect(Collectors.joining(","));
        }

        /** A path that can be asked for, with the same id in each variable. */
        String request(UUID id) {
            return path.replaceAll("\\{[^}]+}", id.toString());
        }

        String body() {
            return mediaType.startsWith("multipart/") ? "--x--\r\n" : mediaType.endsWith("json") ? "{}" : "";
        }
    }

    /** What the annotations of the handlers say. */
    static SortedMap<String, Row> declared(RequestMappingHandlerMapping mapping) {
        SortedMap<String, Row> rows = new TreeMap<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                mapping.getHandlerMethods().entrySet()) {
            String type = entry.getValue().getBeanType().getName();
            if (type.startsWith("touchstone.") && !type.contains(".fixtures.")) {
                rows(entry.getKey(), entry.getValue()).forEach(row -> rows.put(row.key(), row));
            }
        }
        return rows;
    }

    private static List<Row> rows(RequestMappingInfo info, HandlerMethod handler) {
        String parameters = info.getParamsCondition().getExpressions().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining("&"));
        String mediaType = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .map(type -> type.getType().equals("multipart") ? type + ";boundary=x" : type.toString())
                .findFirst()
                .orElse("application/x-www-form-urlencoded");
        List<Row> rows = new ArrayList<>();
        for (String pattern : info.getPatternValues()) {
            for (String verb : verbs(info)) {
                String path = parameters.isEmpty() ? pattern : pattern + "?" + parameters;
                rows.add(new Row(path, verb, mediaType, allowed(handler)));
            }
        }
        return rows;
    }

    private static List<String> verbs(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? List.of("ANY")
                : methods.stream().map(RequestMethod::name).toList();
    }

    private static Set<Who> allowed(HandlerMethod handler) {
        Allowed allowed = handler.getMethodAnnotation(Allowed.class);
        Set<Who> whom = EnumSet.noneOf(Who.class);
        for (Who who : Who.values()) {
            boolean in = allowed != null
                    && (allowed.everybody()
                            || who.role()
                                    .filter(List.of(allowed.value())::contains)
                                    .isPresent());
            if (in) {
                whom.add(who);
            }
        }
        return whom;
    }

    /** What a person has read. */
    static SortedMap<String, Row> read() throws IOException {
        SortedMap<String, Row> rows = new TreeMap<>();
        if (!Files.exists(FILE)) {
            return rows;
        }
        for (String line : Files.readAllLines(FILE)) {
            String[] cells = line.split(",", -1);
            if (cells.length == 2 + Who.values().length && !cells[0].equals("path")) {
                Set<Who> allowed = EnumSet.noneOf(Who.class);
                int column = 2;
                for (Who who : Who.values()) {
                    if (cells[column].equals("yes")) {
                        allowed.add(who);
                    }
                    column++;
                }
                Row row = new Row(cells[0], cells[1], "", allowed);
                rows.put(row.key(), row);
            } else if (!cells[0].equals("path")) {
                throw new IOException("access.csv: this line has not one cell for each column: " + line);
            }
        }
        return rows;
    }

    static void write(SortedMap<String, Row> rows) throws IOException {
        String head =
                "path,verb," + Arrays.stream(Who.values()).map(Who::column).collect(Collectors.joining(","));
        List<String> lines = new ArrayList<>(List.of(head));
        rows.values().forEach(row -> lines.add(row.line()));
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, lines);
    }
}
