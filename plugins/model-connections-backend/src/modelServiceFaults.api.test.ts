import {
  FAULTS,
  FAULTY_WRITES,
  ServiceFaults,
} from './__testUtils__/ServiceFaults';

describe('writes of model services whose calls fail', () => {
  let faults: ServiceFaults;

  beforeAll(async () => {
    faults = await ServiceFaults.start();
  });
  afterAll(async () => await faults.stop());

  it.each(FAULTY_WRITES)(
    'leave the old or the new state, or say what a retry mends: $what',
    async write => {
      const { wrong, calls, unchanged } = await faults.run(write);
      expect(wrong).toEqual([]);
      expect(calls).toBeGreaterThan(2);
      // So that it is noticed when nothing fails any more.
      expect(unchanged).toBeGreaterThan(FAULTS.length);
    },
    600_000,
  );
});
