import { describeOnKServe } from './__testUtils__/describeOnKServe';
import { itSurvivesFaults } from './__testUtils__/itSurvivesFaults';

/** KServe's controller writes statuses and finalizers in between. */
describeOnKServe('writes of model services on KServe whose calls fail', () => {
  itSurvivesFaults();
});
