import { EventEmitter } from 'node:events';
import { mockServices } from '@backstage/backend-test-utils';
import { auditDoor } from './auditDoor';

describe('auditDoor', () => {
  it('records a write whose client has gone, although its answer never finishes', async () => {
    const event = { success: jest.fn(), fail: jest.fn() };
    const auditor = mockServices.auditor.mock({
      createEvent: jest.fn().mockResolvedValue(event),
    });
    const response = Object.assign(new EventEmitter(), {
      statusCode: 204,
      end: jest.fn(),
    });
    const request = {
      method: 'DELETE',
      path: '/v1/Clusters/local/namespaces/a/connections/b',
      query: {},
    };
    const next = jest.fn();
    await auditDoor(auditor).open(request as any, response as any, next);
    expect(next).toHaveBeenCalled();
    response.emit('close');
    expect(event.success).not.toHaveBeenCalled();
    response.end();
    response.end();
    expect(event.success).toHaveBeenCalledTimes(1);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'connection-delete',
        meta: { cluster: 'local', namespace: 'a', name: 'b' },
      }),
    );
  });
});
