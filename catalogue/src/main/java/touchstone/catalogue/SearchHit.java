package touchstone.catalogue;

import touchstone.catalogue.content.Entry;

/**
 * Something that a search found.
 *
 * @param score higher is better; only comparable within one search
 */
public record SearchHit(Entry entry, int score) {}
