import { deniedPermission } from './deniedPermission';

const refused = (statusCode: number, message: string) =>
  Object.assign(new Error(message), { statusCode });

describe('deniedPermission', () => {
  it.each([
    [
      403,
      "The portal's policy does not give you the permission modelConnections.connection.read.",
      'modelConnections.connection.read',
    ],
    [
      403,
      "The portal's policy does not give you the permission modelConnections.connection.use for this connection.",
      'modelConnections.connection.use',
    ],
    [403, 'The cluster "modelConnections.x" refuses this (RBAC).', undefined],
    [403, 'The cluster "prod" refuses this to you (RBAC).', undefined],
    [500, 'modelConnections.connection.read', undefined],
  ])('%s %s', (status, message, expected) => {
    expect(deniedPermission(refused(status, message))).toBe(expected);
  });
});
