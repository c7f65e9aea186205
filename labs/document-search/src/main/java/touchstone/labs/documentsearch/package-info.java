/** The lab document-search: search and answers over documents that change, contradict each other and lie. */
@NullMarked
package touchstone.labs.documentsearch;

import org.jspecify.annotations.NullMarked;
