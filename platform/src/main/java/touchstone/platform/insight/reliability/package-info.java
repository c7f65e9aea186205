/** Reliability: how much of a rating is the candidate, how many interviewers a sure result takes, whether people agree. */
@NullMarked
package touchstone.platform.insight.reliability;

import org.jspecify.annotations.NullMarked;
