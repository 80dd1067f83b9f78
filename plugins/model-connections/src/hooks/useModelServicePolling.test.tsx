import { TestApiProvider } from '@backstage/frontend-test-utils';
import {
  ModelConnectionsApi,
  ModelService,
} from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsApiRef } from '@mooring/backstage-plugin-model-connections-react';
import { act, renderHook } from '@testing-library/react';
import { modelServiceFixture } from '../__testUtils__/fixtures';
import { useModelServicePolling } from './useModelServicePolling';

type StepState = NonNullable<ModelService['progress']>['steps'][0]['status'];
const service = (
  steps: StepState[],
  status: ModelService['status'] = { ready: true },
) =>
  modelServiceFixture({
    name: 'qwen',
    status,
    progress: {
      steps: (['admitted', 'pods', 'download', 'ready'] as const).map(
        (id, index) => ({ id, status: steps[index] }),
      ),
    },
  });
const done = service(['ok', 'ok', 'ok', 'ok']);
const rolling = service(['ok', 'ok', 'running', 'waiting']);
const MINUTE = 60_000;

describe('useModelServicePolling', () => {
  let looks: number;
  let answer: ModelService | Promise<ModelService> | Error;
  const pass = (milliseconds: number) =>
    act(async () => {
      await jest.advanceTimersByTimeAsync(milliseconds);
    });
  /** How often it looks while some time passes. */
  const looksIn = async (milliseconds: number) => {
    const before = looks;
    await pass(milliseconds);
    return looks - before;
  };
  const follow = async () => {
    // One for all renders, as in a portal.
    const api: Partial<ModelConnectionsApi> = {
      async getModelService() {
        looks += 1;
        if (answer instanceof Error) throw answer;
        return answer;
      },
    };
    const { result } = renderHook(
      () =>
        useModelServicePolling({
          cluster: 'prod',
          namespace: 'team-a',
          name: 'qwen',
        }),
      {
        wrapper: ({ children }) => (
          <TestApiProvider
            apis={[[modelConnectionsApiRef, api as ModelConnectionsApi]]}
          >
            {children}
          </TestApiProvider>
        ),
      },
    );
    await pass(0);
    return result;
  };
  const refuse = (statusCode: number) =>
    Object.assign(new Error('No.'), { statusCode });

  beforeEach(() => {
    jest.useFakeTimers();
    looks = 0;
    answer = done;
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('leaves one alone that is at rest, but not right after one came to it', async () => {
    await follow();
    expect(await looksIn(MINUTE)).toBeGreaterThanOrEqual(10);
    await pass(MINUTE / 2);
    expect(await looksIn(2 * MINUTE)).toBe(4);
  });

  it('follows a rollout of one that answers', async () => {
    const result = await follow();
    await pass(2 * MINUTE);
    answer = rolling;
    await pass(MINUTE / 2);
    expect(result.current.service).toEqual(rolling);
    expect(await looksIn(MINUTE)).toBeGreaterThanOrEqual(4);
    answer = { ...rolling, status: { ready: true, drift: 'restart' } };
    // Something has happened, so more may happen soon.
    expect(await looksIn(MINUTE / 2)).toBeGreaterThanOrEqual(5);
  });

  it('looks often after something was done to it, and does not call it done until it has looked', async () => {
    const result = await follow();
    await pass(2 * MINUTE);
    const { progress: _, ...restarted } = done;
    answer = new Promise(() => {});
    act(() => result.current.put(restarted));
    expect(
      result.current.service?.progress?.steps.map(({ status }) => status),
    ).toEqual(['running', 'waiting', 'waiting', 'waiting']);
    answer = done;
    act(() => result.current.look());
    expect(await looksIn(MINUTE)).toBeGreaterThanOrEqual(10);
  });

  it('asks for one that was never seen by hand alone', async () => {
    answer = refuse(503);
    const result = await follow();
    expect(await looksIn(5 * MINUTE)).toBe(0);
    act(() => result.current.look());
    expect(await looksIn(5 * MINUTE)).toBe(1);
    answer = done;
    act(() => result.current.look());
    await pass(0);
    expect(result.current.service).toEqual(done);
    expect(result.current.error).toBeUndefined();
  });

  it.each([401, 403, 404])('stops at %i', async status => {
    const result = await follow();
    answer = refuse(status);
    await pass(MINUTE);
    expect(result.current.error).toBe(answer);
    expect(await looksIn(5 * MINUTE)).toBe(0);
    answer = refuse(503);
    act(() => result.current.look());
    expect(await looksIn(5 * MINUTE)).toBeGreaterThan(10);
  });
});
