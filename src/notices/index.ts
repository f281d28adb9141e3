/** 通知的门: what people are told: in the product, by e-mail, by short message. */
import type { Route, Services } from '../access/index.ts';
import type { JobDefinition } from '../jobs/index.ts';
import type { Workflow } from '../workflow/index.ts';
import { noticeRoutes } from './notices.routes.ts';
import { layOutDailyMail, MAIL_HOUR } from './sending/daily-mail.ts';
import type { Gateways } from './sending/gateways.ts';
import type { QuietHours } from './sending/quiet-hours.ts';
import { sendDue } from './sending/send-due.ts';
import { followFeed } from './telling/follow-feed.ts';
import { watchPapers } from './telling/watch-papers.ts';
import { watchSchoolLife } from './telling/watch-school-life.ts';
import { watchTerms } from './telling/watch-terms.ts';

export type { Gateways } from './sending/gateways.ts';
export { type MailSettings, makeMail } from './sending/mail.ts';
export type { QuietHours } from './sending/quiet-hours.ts';
export { makeSms, type SmsSettings } from './sending/sms.ts';

/** What an installation has set up; nothing leaves by a way that is not named. */
export interface NoticeSettings {
  gateways: Gateways;
  quiet: QuietHours;
  tellsGuardians: boolean;
}

export const NOTHING_LEAVES: NoticeSettings = { gateways: {}, quiet: { from: 21, to: 8 }, tellsGuardians: false };

export interface Notices {
  routes: Route[];
  jobs: JobDefinition[];
  /** Tells of what has happened since, and sends what is due. */
  tell: () => Promise<undefined>;
}

/** The feature. */
export function noticesOf(services: Services, workflows: readonly Workflow[], settings: NoticeSettings): Notices {
  const { gateways, tellsGuardians } = settings;
  const following = { ...services, workflows, tellsGuardians: tellsGuardians && gateways.sms !== undefined };
  return {
    routes: noticeRoutes(services, { mail: gateways.mail !== undefined, sms: gateways.sms !== undefined }),
    jobs: [
      { name: 'watch-terms', cron: '10 6 * * *', run: () => watchTerms(services, workflows) },
      { name: 'watch-papers', cron: '20 6 * * *', run: () => watchPapers(services, workflows) },
      { name: 'watch-school-life', cron: '30 6 * * *', run: () => watchSchoolLife(services) },
      { name: 'daily-mail', cron: `5 ${MAIL_HOUR} * * *`, run: () => layOutDailyMail(services) },
    ],
    tell: async () => {
      await followFeed(following);
      await sendDue({ ...services, ...settings });
      return undefined;
    },
  };
}
