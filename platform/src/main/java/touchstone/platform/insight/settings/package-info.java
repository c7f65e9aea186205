/** What the organisation lets itself be shown. */
@NullMarked
package touchstone.platform.insight.settings;

import org.jspecify.annotations.NullMarked;
