/** 接口说明: the OpenAPI document, from the same declarations that validate. */
import { type IdempotencyKeys, makeServer } from '../../src/http/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { declaredRoutes } from './declared-routes.ts';

/** The whole document. */
export async function openApi(): Promise<string> {
  const server = await makeServer({
    routes: declaredRoutes(),
    sessions: { find: async () => undefined },
    systems: { find: async () => undefined },
    families: { find: async () => undefined },
    keys: {} as IdempotencyKeys,
    newId,
    secure: false,
    log: 'silent',
    uploadLimitBytes: 1,
    isHealthy: async () => true,
    version: '0.1.0',
  });
  await server.ready();
  const document = server.swagger();
  await server.close();
  return `${JSON.stringify(document, null, 2)}\n`;
}
