/** 接口说明: the OpenAPI document, from the same declarations that validate. */
import { workflows } from '../../policies/index.ts';
import type { Services } from '../../src/access/index.ts';
import { type FeatureNeeds, featuresOf } from '../../src/features.ts';
import { type IdempotencyKeys, makeServer } from '../../src/http/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { calendar } from '../../src/kernel/working-days.ts';

/** The whole document. Nothing is called, so nothing but the declarations is needed. */
export async function openApi(): Promise<string> {
  const needs = { services: {} as Services, workflows, calendar } as FeatureNeeds;
  const { routes } = featuresOf(needs);
  const server = await makeServer({
    routes,
    sessions: { find: async () => undefined },
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
