/** 对接的门: events out: the feed, its keys, its deliveries. */
import type { Route, Services, SystemKeys } from '../access/index.ts';
import { NODE_SCOPE } from '../db/transaction.ts';
import { publishChanges } from '../feed/publish.store.ts';
import type { JobDefinition } from '../jobs/index.ts';
import { addDays, dayOf, startOfDay } from '../kernel/civil-date.ts';
import { eventRoutes } from './following/events.routes.ts';
import { makeSystemKeys } from './systems/system-keys.ts';
import { systemRoutes } from './systems/systems.routes.ts';
import { deliverDue } from './webhooks/deliver.ts';
import { forgetDelivered } from './webhooks/delivery.store.ts';
import { addressRules } from './webhooks/safe-address.ts';
import { webhookRoutes } from './webhooks/webhooks.routes.ts';

export interface Exchange {
  routes: Route[];
  systems: SystemKeys;
  jobs: JobDefinition[];
  /** Gives their places to the changes that have happened since. */
  publish: () => Promise<undefined>;
  /** Sends what is due to partner systems. */
  deliver: () => Promise<undefined>;
}

/** Days for which the log of deliveries is kept. */
const KEPT_DAYS = 90;

/** The feature; `allowed` are the networks of the installation's own that it may deliver to. */
export function exchangeOf(services: Services, { allowed }: { allowed: readonly string[] }): Exchange {
  const rules = addressRules(allowed);
  const { db, now } = services;
  return {
    routes: [...systemRoutes(services), ...webhookRoutes(services, rules), ...eventRoutes(services)],
    systems: makeSystemKeys(db, now),
    jobs: [
      {
        name: 'forget-deliveries',
        cron: '20 3 * * *',
        run: async () => {
          const before = startOfDay(addDays(dayOf(now()), -KEPT_DAYS));
          await db.write(NODE_SCOPE, async (tx) => {
            tx.markAudited(); // a log of transport; who read what stands in the trail
            await forgetDelivered(tx, before);
          });
        },
      },
    ],
    publish: async () => {
      await publishChanges(db);
      return undefined;
    },
    deliver: async () => {
      await deliverDue(services, rules);
      return undefined;
    },
  };
}
