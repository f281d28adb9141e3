/** 家长端接口: all routes of the families' side, the phone's and the offices'. */
import type { FamilySessions, Route, Services } from '../access/index.ts';
import { enteringRoutes } from './entering/entering.routes.ts';
import { makeFamilySessions } from './entering/sessions.ts';
import { linkRoutes } from './links/links.routes.ts';

/** What the families' side gives to the product. */
export interface Families {
  routes: Route[];
  sessions: FamilySessions;
}

/** Joins them. */
export function familiesOf(services: Services): Families {
  const sessions = makeFamilySessions(services.db, services.now);
  return {
    sessions,
    routes: [...enteringRoutes(services, sessions), ...linkRoutes(services, async () => new Map())],
  };
}
