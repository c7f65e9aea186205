/** Interviewers: severity and consistency, with the number of ratings that each figure rests on. */
@NullMarked
package touchstone.platform.insight.interviewers;

import org.jspecify.annotations.NullMarked;
