import { describeOnKServe } from './describeOnKServe';
import { statusContract } from './statusContract';
import { useServing } from './useServing';

describeOnKServe('the status of an InferenceService', () => {
  statusContract(useServing());
});
