import { lifecycleContract } from '../kserve/lifecycleContract';
import { statusContract } from '../kserve/statusContract';
import { useServing } from '../kserve/useServing';
import { describeOnEmbedded } from './describeOnEmbedded';
import { startStandIn } from './startStandIn';

/** A cluster on which the stand-in plays KServe's part, while the tests say what becomes of the pods. */
function usePlayedServing() {
  const serving = useServing();
  let stop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    stop = await startStandIn({
      request: serving.api.cluster.request,
      kserve: true,
      nodes: false,
      lookMilliseconds: 20,
    });
  });
  afterAll(() => stop?.());
  return serving;
}

// The same suites run on the real controller.
describeOnEmbedded('the stand-in says of a service what KServe says', () => {
  statusContract(usePlayedServing());
});
describeOnEmbedded('the stand-in does with a service what KServe does', () => {
  lifecycleContract(usePlayedServing());
});
