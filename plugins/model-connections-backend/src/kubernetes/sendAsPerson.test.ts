import {
  ClusterForbiddenError,
  ImpersonationForbiddenError,
} from '../errors/errors';
import { sendAsPerson } from './sendAsPerson';

const refused = new ClusterForbiddenError(
  'User "alice" cannot list resource "secrets" in API group ""',
);
const notActedAs = new ImpersonationForbiddenError(
  'User "portal" cannot impersonate resource "groups" in API group ""',
);
const quota = new ClusterForbiddenError('secrets "a" is forbidden: exceeded');

/** Answers or throws by group, and remembers what it was asked. */
const cluster = (answers: Record<string, string | Error>) => {
  const asked: (string | undefined)[] = [];
  return {
    asked,
    send: async (headers: Record<string, string>) => {
      const group = headers['impersonate-group'];
      expect(headers['impersonate-user']).toBe('alice');
      asked.push(group);
      const answer = answers[group ?? ''];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
};

describe('sendAsPerson', () => {
  it('sends no group for who has none', async () => {
    const { send, asked } = cluster({ '': 'yes' });
    expect(await sendAsPerson({ user: 'alice', groups: [] }, send)).toBe('yes');
    expect(asked).toEqual([undefined]);
  });

  it('goes on to the next group where one is refused, and begins with it the next time', async () => {
    const person = { user: 'alice', groups: ['a', 'b', 'c'] };
    const { send, asked } = cluster({ a: refused, b: 'yes', c: 'yes' });
    expect(await sendAsPerson(person, send)).toBe('yes');
    expect(await sendAsPerson(person, send)).toBe('yes');
    expect(asked).toEqual(['a', 'b', 'b']);
    expect(person.groups).toEqual(['b', 'a', 'c']);
  });

  it('sends nothing again that the cluster began to do', async () => {
    const { send, asked } = cluster({ a: quota, b: 'yes' });
    const person = { user: 'alice', groups: ['a', 'b'] };
    await expect(sendAsPerson(person, send)).rejects.toBe(quota);
    expect(asked).toEqual(['a']);
  });

  it('gives what the person may not do, rather than what the portal may not', async () => {
    const person = { user: 'alice', groups: ['a', 'b'] };
    const first = cluster({ a: notActedAs, b: refused });
    await expect(sendAsPerson(person, first.send)).rejects.toBe(refused);
    const second = cluster({ a: notActedAs, b: notActedAs });
    await expect(sendAsPerson(person, second.send)).rejects.toBe(notActedAs);
  });
});
