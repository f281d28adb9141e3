/** 账号活动接口: how often officers sign in, and when silence seals an account. */
import { z } from 'zod';
import { type Route, route, type Services, scopeOf, type Who } from '../../../access/index.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { civilDateField } from '../../form-fields.api.ts';
import { loginFrequencyShape } from '../accounts.api.ts';
import { reportLogins } from './login-frequency.ts';
import { readDormantDays, setDormantDays } from './set-dormant-days.ts';

const TAG = '账号';
const AUTHORITIES: Who = { roles: ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] };
const LEADERS: Who = { roles: ['AUTHORITY_LEADER'] };

/** The routes about the use that is made of accounts. */
export function activityRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/accounts/login-frequency',
      tag: TAG,
      title: '看县级登录频次',
      who: AUTHORITIES,
      query: z.object({ day: civilDateField.optional().describe('该周内任意一天') }),
      answer: loginFrequencyShape,
      handle: ({ actor, query }) =>
        db.read(scopeOf(actor), (tx) => reportLogins(tx, actor, query.day ?? dayOf(services.now()))),
    }),
    route({
      method: 'GET',
      path: '/api/accounts/dormant-days',
      tag: TAG,
      title: '看长期未用封存的天数',
      who: AUTHORITIES,
      answer: z.object({ days: z.number().int() }),
      handle: ({ actor }) => readDormantDays(services, actor),
    }),
    route({
      method: 'PUT',
      path: '/api/accounts/dormant-days',
      tag: TAG,
      title: '设定长期未用封存的天数',
      who: LEADERS,
      body: z.object({ days: z.int().min(30).max(365) }),
      answer: z.object({ days: z.number().int() }),
      idempotent: true,
      handle: ({ actor, body }) => setDormantDays(services, actor, body.days),
    }),
  ];
}
