/** What a content pack holds: one record for each kind of entry, as it stands in a file. */
@NullMarked
package touchstone.catalogue.content;

import org.jspecify.annotations.NullMarked;
