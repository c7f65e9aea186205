/** The organisation's own pack: its files, their history, and the page that edits them. */
@NullMarked
package touchstone.platform.catalogue.pack;

import org.jspecify.annotations.NullMarked;
