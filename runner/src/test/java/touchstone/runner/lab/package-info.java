/** Tests of what a lab is, and the contract that every lab keeps. */
@NullMarked
package touchstone.runner.lab;

import org.jspecify.annotations.NullMarked;
