/** 已声明的接口: every route of the product, for pages that are made from the declarations. */
import { workflows } from '../../policies/index.ts';
import type { Route, Services } from '../../src/access/index.ts';
import { type FeatureNeeds, featuresOf } from '../../src/features.ts';
import { calendar } from '../../src/kernel/working-days.ts';

/** Nothing is called, so nothing but the declarations is needed. */
export function declaredRoutes(): readonly Route[] {
  return featuresOf({ services: {} as Services, workflows, calendar } as FeatureNeeds).routes;
}
