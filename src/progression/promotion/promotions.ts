/** 升级的组成: its routes and the background work behind them. */
import type { Route, Services } from '../../access/index.ts';
import type { JobDefinition } from '../../jobs/index.ts';
import { newId } from '../../kernel/ids.ts';
import { promotionRoutes } from './promotion.routes.ts';
import { promotionJobs, resumePromotions, type SendJob } from './run-promotion.ts';

/** What promotion adds to the product. */
export interface Promotions {
  routes: Route[];
  jobs: JobDefinition[];
  /** Goes on with the acts that a process left; called once the queue works. */
  resume(): Promise<void>;
}

/** Joins the parts of promotion. */
export function promotionsOf(services: Services, queue: SendJob): Promotions {
  // The queue believes for an hour that a killed process still works at its jobs: under a key of this process an act is
  // gone on with at once. That two never move the same school is kept by the lock on the act.
  const here = newId();
  const send: SendJob = (name, key, data) => queue(name, `${here}/${key}`, data);
  return {
    routes: promotionRoutes(services, send),
    jobs: promotionJobs(services, send),
    resume: () => resumePromotions(services, send),
  };
}
