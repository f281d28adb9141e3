/** 地方设定接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../access/index.ts';
import type { CaseEngine } from '../cases/index.ts';
import { type CivilDate, isCivilDate } from '../kernel/civil-date.ts';
import { proposalShape, settingsShape, trialPageShape, trialShape } from './local-settings.api.ts';
import { proposeSetting } from './propose-setting.ts';
import { type KindsUnder, trySettings } from './trial/try-settings.ts';
import { viewSettings } from './view-settings.ts';
import { stoppableKinds } from './windows/stoppable.ts';

const LEVELS: Level[] = ['COUNTY', 'CITY', 'PROVINCE'];
const AUTHORITIES: { roles: Role[]; levels: Level[] } = {
  roles: ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: LEVELS,
};
const REGISTRARS: { roles: Role[]; levels: Level[] } = { roles: ['AUTHORITY_REGISTRAR'], levels: LEVELS };
const TAG = '法规';

/** What an authority sets in its place; the case itself is decided like every other. */
export function localSettingRoutes(services: Services, engine: CaseEngine, kindsUnder: KindsUnder): Route[] {
  const { db } = services;
  const stoppable = () => new Set(stoppableKinds(kindsUnder(services.law)).map(([code]) => code));
  return [
    route({
      method: 'GET',
      path: '/api/local-settings',
      tag: TAG,
      title: '看本地设定和可设参数',
      who: AUTHORITIES,
      query: z.object({ on: z.string().refine(isCivilDate, '日期须写作2026-09-01').optional() }),
      answer: settingsShape,
      handle: ({ actor, query }) =>
        db.read(scopeOf(actor), (tx) =>
          viewSettings(services, kindsUnder(services.law), tx, actor, query.on as CivilDate | undefined),
        ),
    }),
    route({
      method: 'POST',
      path: '/api/local-settings',
      tag: TAG,
      title: '拟定地方设定',
      who: REGISTRARS,
      body: proposalShape,
      answer: z.object({ caseId: z.uuid() }),
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          caseId: await proposeSetting(services, engine, stoppable(), tx, actor, body),
        })),
    }),
    route({
      method: 'POST',
      path: '/api/local-settings/trials',
      tag: TAG,
      title: '试算地方设定对办件的影响',
      who: AUTHORITIES,
      body: trialShape,
      answer: trialPageShape,
      handle: ({ actor, body }) => db.read(scopeOf(actor), (tx) => trySettings(services, kindsUnder, tx, actor, body)),
    }),
  ];
}
