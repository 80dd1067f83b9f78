import { peopleAuthenticator } from './peopleAuthenticator';

describe('peopleAuthenticator', () => {
  const { env } = process;
  afterEach(() => {
    process.env = env;
  });
  const signIn = async (mode: string | undefined, person?: string) => {
    process.env = { ...env, NODE_ENV: mode };
    const req = { get: () => person } as any;
    return await peopleAuthenticator.authenticate({ req }, undefined as any);
  };

  it.each(['production', 'test', undefined])(
    'lets nobody in where NODE_ENV is %s',
    async mode => {
      await expect(signIn(mode, 'guest')).rejects.toThrow(
        expect.objectContaining({ name: 'NotAllowedError' }),
      );
    },
  );

  it('takes names only', async () => {
    expect(await signIn('development', 'dana')).toEqual({
      result: { person: 'dana' },
    });
    for (const person of [undefined, '', 'user:default/dana', '../dana']) {
      await expect(signIn('development', person)).rejects.toThrow(
        expect.objectContaining({ name: 'InputError' }),
      );
    }
  });
});
