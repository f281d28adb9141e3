/** 首次设置接口: open to anybody, and good for nothing once an account exists. */
import { type Route, route, type Services } from '../../access/index.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { chainOf } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import { ownNameOf, type PlaceNames, usualAuthorityName } from '../institutions/founding/place-names.ts';
import type { SignInPolicy } from '../sign-in/sign-in-policy.ts';
import { firstRunBody, firstRunShape, firstRunStateShape, placeQuery, placesShape } from './first-run.api.ts';
import { hasAnyAccount } from './first-run.store.ts';
import { setUpInstallation } from './set-up-installation.ts';

const TAG = '首次设置';

export interface FirstRunNeeds {
  services: Services;
  policy: SignInPolicy;
  names: PlaceNames;
  /** All six-digit codes of GB/T 2260 in force. */
  placeCodes: () => readonly string[];
}

/** The routes of an installation that is still empty. */
export function firstRunRoutes({ services, policy, names, placeCodes }: FirstRunNeeds): Route[] {
  const isEmpty = () => services.db.read(NODE_SCOPE, async (tx) => !(await hasAnyAccount(tx)));
  return [
    route({
      method: 'GET',
      path: '/api/first-run',
      tag: TAG,
      title: '看是否待首次设置',
      who: 'PUBLIC',
      answer: firstRunStateShape,
      handle: async () => ({ empty: await isEmpty() }),
    }),
    route({
      method: 'GET',
      path: '/api/first-run/places',
      tag: TAG,
      title: '选择所在地',
      who: 'PUBLIC',
      query: placeQuery,
      answer: placesShape,
      handle: async ({ query: { upper } }) => {
        if (!(await isEmpty())) throw refuse('NOT_FOUND', { what: '此地址' });
        const codes = placeCodes().filter((code) => chainOf(code).at(-2) === upper);
        const places = codes.map((code) => ({
          code,
          name: ownNameOf(names, code) ?? code,
          authorityName: usualAuthorityName(names, code),
        }));
        return { places };
      },
    }),
    route({
      method: 'POST',
      path: '/api/first-run',
      tag: TAG,
      title: '首次设置',
      who: 'PUBLIC',
      body: firstRunBody,
      answer: firstRunShape,
      handle: ({ body, requestId }) => setUpInstallation(services, policy, names, body, requestId),
    }),
  ];
}
