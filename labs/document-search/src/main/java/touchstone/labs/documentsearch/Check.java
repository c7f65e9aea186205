package touchstone.labs.documentsearch;

import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;

/** One criterion of this lab: what it is, and how it is measured. */
interface Check {

    Criterion criterion();

    Measure measure(Evidence evidence);
}
