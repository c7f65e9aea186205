package touchstone.cli.measure;

import java.util.Map;

/**
 * What a command found, for a program and for people.
 *
 * @param document the content of the JSON document
 * @param report the same for people
 */
public record Found(Map<String, Object> document, Report report) {}
