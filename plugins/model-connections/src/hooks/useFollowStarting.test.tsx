import { TestApiProvider } from '@backstage/frontend-test-utils';
import {
  ModelConnectionsApi,
  ModelServiceList,
} from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsApiRef } from '@mooring/backstage-plugin-model-connections-react';
import { act, renderHook } from '@testing-library/react';
import { modelServiceFixture } from '../__testUtils__/fixtures';
import { useFollowStarting } from './useFollowStarting';
import { useModelServicePages } from './useModelServicePages';

const project = { cluster: 'prod', namespace: 'team-a' };
const starting = modelServiceFixture({
  name: 'new',
  status: { ready: false },
});
const ready = modelServiceFixture({ name: 'old' });
const stopped = modelServiceFixture({
  name: 'old',
  status: { ready: false, stopped: true },
});

describe('useFollowStarting', () => {
  let asked: ((answer: ModelServiceList | Error) => void)[];
  const pass = (milliseconds: number) =>
    act(async () => {
      await jest.advanceTimersByTimeAsync(milliseconds);
    });
  const answer = (list: ModelServiceList | Error) =>
    act(async () => asked[asked.length - 1](list));
  /** Shows a list that is loaded, and asks for it once more. */
  const follow = async () => {
    // One for all renders, as in a portal.
    const api: Partial<ModelConnectionsApi> = {
      listModelServices: () =>
        new Promise<ModelServiceList>((resolve, reject) => {
          asked.push(given =>
            given instanceof Error ? reject(given) : resolve(given),
          );
        }),
    };
    const { result } = renderHook(
      () => {
        const pages = useModelServicePages(project);
        useFollowStarting(project, pages);
        return pages;
      },
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
    await answer({ items: [starting, ready] });
    expect(asked).toHaveLength(1);
    await pass(10_000);
    expect(asked).toHaveLength(2);
    return result;
  };

  beforeEach(() => {
    jest.useFakeTimers();
    asked = [];
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('forgets what is not there any more, and then rests', async () => {
    const result = await follow();
    await answer({ items: [ready] });
    expect(result.current.rows).toEqual([ready]);
    await pass(300_000);
    expect(asked).toHaveLength(2);
  });

  it.each([{ nextPageToken: 'more' }, { partial: 'Some may be missing.' }])(
    'forgets nothing where the answer is not all: %j',
    async rest => {
      const result = await follow();
      await answer({ items: [stopped], ...rest });
      expect(result.current.rows).toEqual([starting, stopped]);
    },
  );

  it('drops an answer to what was asked before something was done', async () => {
    const result = await follow();
    act(() => result.current.put(stopped));
    await answer({ items: [starting, ready] });
    expect(result.current.rows).toEqual([starting, stopped]);
    await pass(60_000);
    await answer({ items: [stopped] });
    expect(result.current.rows).toEqual([stopped]);
  });

  it.each([
    [401, 2],
    [403, 2],
    [503, 3],
  ])('after %i, %i questions were asked', async (statusCode, count) => {
    const result = await follow();
    await answer(Object.assign(new Error('No.'), { statusCode }));
    await pass(300_000);
    expect(asked).toHaveLength(count);
    expect(result.current.rows).toEqual([starting, ready]);
  });
});
