/** 功能清单: every feature of the product with its routes, its background work and its kinds of case. */
import type { FamilySessions, Route, Services, SystemKeys } from './access/index.ts';
import {
  ADMISSION_PLAN,
  admissionPlanKind,
  admissionsOf,
  cancellationKind,
  ENTRY_CANCELLATION,
  REGISTRATION,
  registrationKind,
  STAGE_ENTRY,
  stageEntryKind,
} from './admissions/index.ts';
import { archiveRoutes, filePackage, packageRoutes, schoolFileRoutes } from './archives/index.ts';
import type { Sealer } from './audit/seal.ts';
import {
  authorityJobs,
  authorityRoutes,
  type IdentityProvider,
  type SessionKeeper,
  type SignInPolicy,
} from './authorities/index.ts';
import {
  type CaseKind,
  caseRoutes,
  FOLLOW_WINDOWS,
  followWindowsJob,
  makeCaseEngine,
  withdrawStaleJob,
} from './cases/index.ts';
import { changeKindsOf, changeRoutes } from './changes/index.ts';
import type { KeyRing } from './crypto/key-ring.ts';
import { departureKinds, dropoutRoutes } from './departures/index.ts';
import {
  ACADEMIC_PROOF,
  batchKind,
  CERTIFICATE_BATCH,
  cardForPackage,
  casePaperRoutes,
  certificateRoutes,
  documentRoutes,
  folderRoutes,
  formRoutes,
  makePrintRuns,
  type PrintHouse,
  printWithOwn,
  proofKind,
  proofRoutes,
  studentPaperRoutes,
  styleRoutes,
  templateRoutes,
  verifyRoutes,
  withGraduationUndone,
  wordingRoutes,
} from './documents/index.ts';
import { DUPLICATE_DISPUTE, disputeKind, duplicateRoutes, rulingUndoing, searchPairsJob } from './duplicates/index.ts';
import { evidenceRoutes } from './evidence/index.ts';
import { exchangeOf } from './exchange/index.ts';
import { familiesOf, formsSigned } from './families/index.ts';
import { GRADUATION, graduationKind, graduationRoutes, graduationUndoing } from './graduation/index.ts';
import { handOverRoutes } from './hand-over/index.ts';
import type { JobDefinition } from './jobs/index.ts';
import type { WorkingCalendar } from './kernel/working-days.ts';
import { KEY_DATA_CHANGE, keyDataKind, keyDataRoutes, keyDataUndoing } from './key-data/index.ts';
import { beginReturnsJob, leaveKinds, leaveRoutes } from './leave/index.ts';
import {
  adoptLocalSettings,
  LOCAL_SETTING,
  localSettingKind,
  localSettingRoutes,
  makeLocalStandstills,
} from './local-settings/index.ts';
import { NOTHING_LEAVES, type NoticeSettings, noticesOf } from './notices/index.ts';
import { numberingRoutes } from './numbering/index.ts';
import { CLASS_PLACEMENT, placementKind, placementRoutes, planRoutes, reshapingRoutes } from './placements/index.ts';
import { gradeChange, promotionsOf } from './progression/index.ts';
import { type LawLibrary, regulationRoutes } from './regulations/index.ts';
import { RESTRUCTURING, restructuringKind, restructuringRoutes } from './restructuring/index.ts';
import { type OwnUndoings, REVERSAL, reversalKind, reversalRoutes } from './reversals/index.ts';
import { conductKinds, schoolLifeRoutes } from './school-life/index.ts';
import { listAreaCodes, nameOfArea, studentRoutes } from './students/index.ts';
import { studyElsewhereKinds, studyElsewhereRoutes } from './study-elsewhere/index.ts';
import {
  confirmationKind,
  confirmationRoutes,
  increaseDecreaseRoutes,
  ROSTER_CONFIRMATION,
  viewRegister,
} from './supervision/index.ts';
import { TRANSFER, transferKind, transferRoutes, transferUndoing } from './transfers/index.ts';
import type { Workflow } from './workflow/index.ts';

export interface FeatureNeeds {
  services: Services;
  workflows: readonly Workflow[];
  calendar: WorkingCalendar;
  /** All texts of law with their clauses, and the folder of the texts themselves where there is one. */
  regulations: { library: LawLibrary; textFolder?: string | undefined };
  sessions: SessionKeeper;
  policy: SignInPolicy;
  identityProvider?: IdentityProvider | undefined;
  sealer: Sealer;
  /** The node's keys: packages that leave are signed with them. */
  ring: KeyRing;
  /** The one print queue of the process. */
  printer: PrintHouse;
  /** Ways by which people are told outside the product; absent: none. */
  notices?: NoticeSettings;
  /** Networks of the installation's own to which changes may be delivered. */
  deliverTo?: readonly string[];
  /** Sends background work; one job of a key at a time. */
  send: (name: string, key: string, data: Record<string, unknown>) => Promise<void>;
}

export interface Features {
  routes: Route[];
  jobs: JobDefinition[];
  sessions: SessionKeeper;
  /** Keys of partner systems. */
  systems: SystemKeys;
  /** Guardians who came by a link of the school. */
  families: FamilySessions;
  /** Gives their places in the feed to the changes that have happened since. */
  publish: () => Promise<undefined>;
  /** Sends what is due to partner systems. */
  deliver: () => Promise<undefined>;
  /** Tells people of what has happened since. */
  tell: () => Promise<undefined>;
  /** Goes on with what a process that died left undone; called once the queue works. */
  resume: () => Promise<void>;
  /** Takes over what authorities have set of the law, here or in another process. */
  adopt: () => Promise<string | undefined>;
  /** Seals what the audit trail has gained; answers with a sentence where it had to stop. */
  seal: () => Promise<string | undefined>;
}

/** 学籍异动的各类, in the order in which they are offered. */
const changes = [...departureKinds, gradeChange, ...studyElsewhereKinds, filePackage, ...conductKinds];

/** What only a kind of case itself can put back when a change is taken back. */
const undoings: OwnUndoings = {
  [KEY_DATA_CHANGE]: keyDataUndoing,
  [DUPLICATE_DISPUTE]: rulingUndoing,
  [TRANSFER]: transferUndoing,
  [GRADUATION]: withGraduationUndone(graduationUndoing),
};

/** Joins the features. */
export function featuresOf(needs: FeatureNeeds): Features {
  const { services, workflows, calendar, sessions, sealer } = needs;
  const printer = printWithOwn(services, needs.printer);
  const standstills = makeLocalStandstills();
  const adopting = { ...services, standstills };
  const follow = (placeCode: string) => needs.send(FOLLOW_WINDOWS, placeCode, { placeCode });
  const kindsUnder = (law: Services['law']): Record<string, CaseKind> => ({
    [REGISTRATION]: registrationKind({ ...services, law }, workflows, formsSigned({ ...services, law })),
    [LOCAL_SETTING]: localSettingKind({ ...services, law, standstills }, workflows, kindsUnder, follow),
    [ADMISSION_PLAN]: admissionPlanKind({ ...services, law }, workflows),
    [STAGE_ENTRY]: stageEntryKind({ ...services, law }, workflows),
    [ENTRY_CANCELLATION]: cancellationKind({ ...services, law }, workflows),
    [KEY_DATA_CHANGE]: keyDataKind({ ...services, law }, workflows),
    [CLASS_PLACEMENT]: placementKind({ ...services, law }, workflows),
    [TRANSFER]: transferKind({ ...services, law }, workflows),
    [DUPLICATE_DISPUTE]: disputeKind({ ...services, law }, workflows),
    [REVERSAL]: reversalKind({ services: { ...services, law }, workflows, own: undoings, engine: () => engine }),
    [RESTRUCTURING]: restructuringKind({ ...services, law }, workflows),
    [ROSTER_CONFIRMATION]: confirmationKind({ ...services, law }, workflows),
    [GRADUATION]: graduationKind({ ...services, law }, workflows),
    [CERTIFICATE_BATCH]: batchKind({ ...services, law }, workflows),
    [ACADEMIC_PROOF]: proofKind({ ...services, law }, workflows),
    ...leaveKinds({ ...services, law }, workflows),
    ...changeKindsOf({ ...services, law }, workflows, changes),
  });
  const engine = makeCaseEngine(kindsUnder(services.law), calendar, services.law, standstills);
  const admissions = admissionsOf(services, engine, needs.send, formsSigned(services));
  const promotions = promotionsOf(services, needs.send);
  const exchange = exchangeOf(services, { allowed: needs.deliverTo ?? [] });
  const notices = noticesOf(services, workflows, needs.notices ?? NOTHING_LEAVES);
  const families = familiesOf(services, { engine, calendar, printer });
  const places = { nameOf: nameOfArea, listCodes: listAreaCodes };
  const titles = new Map(workflows.map(({ kind, title }) => [kind, title]));
  const routes: Route[] = [
    ...authorityRoutes({ ...needs, places, routes: () => routes }),
    ...caseRoutes(services, engine, calendar),
    ...evidenceRoutes(services),
    ...duplicateRoutes(services, engine),
    ...reversalRoutes(services, engine, undoings),
    ...studentRoutes(services),
    ...admissions.routes,
    ...transferRoutes(services, engine, workflows, families.takeOverWish),
    ...handOverRoutes(services),
    ...leaveRoutes(services, engine, workflows, families.takeOver),
    ...changeRoutes(services, { engine, workflows, kinds: changes }),
    ...keyDataRoutes(services, engine, families.takeOver),
    ...numberingRoutes(services),
    ...placementRoutes(services),
    ...planRoutes(services, engine),
    ...reshapingRoutes(services),
    ...schoolLifeRoutes(services),
    ...archiveRoutes(services),
    ...schoolFileRoutes(services, viewRegister),
    ...packageRoutes(services, needs.ring, cardForPackage(services, printer)),
    ...dropoutRoutes(services),
    ...promotions.routes,
    ...studyElsewhereRoutes(services),
    ...restructuringRoutes(services, engine, workflows),
    ...confirmationRoutes(services, engine, workflows),
    ...increaseDecreaseRoutes(services),
    ...graduationRoutes(services, engine, workflows),
    ...certificateRoutes(services, engine, workflows, printer),
    ...proofRoutes(services, engine, printer),
    ...documentRoutes(services, printer),
    ...verifyRoutes(services),
    ...studentPaperRoutes(services, printer),
    ...wordingRoutes(services),
    ...styleRoutes(services, needs.printer),
    ...templateRoutes(services, needs.printer),
    ...formRoutes(services, printer, makePrintRuns(services), viewRegister),
    ...folderRoutes(services, printer),
    ...casePaperRoutes({ ...services, engine, calendar }, printer),
    ...regulationRoutes({ services, standstills: { windows: standstills, titles }, ...needs.regulations }),
    ...localSettingRoutes(services, engine, kindsUnder),
    ...exchange.routes,
    ...notices.routes,
    ...families.routes,
  ];
  return {
    routes,
    jobs: [
      ...authorityJobs(services),
      withdrawStaleJob(services, engine),
      searchPairsJob(services),
      followWindowsJob(services, engine, standstills),
      beginReturnsJob(services),
      ...admissions.jobs,
      ...promotions.jobs,
      ...exchange.jobs,
      ...notices.jobs,
    ],
    sessions,
    systems: exchange.systems,
    families: families.sessions,
    publish: exchange.publish,
    deliver: exchange.deliver,
    tell: notices.tell,
    resume: async () => {
      await adoptLocalSettings(adopting);
      await admissions.resume();
      await promotions.resume();
    },
    adopt: async () => {
      await adoptLocalSettings(adopting);
      return undefined;
    },
    seal: async () => {
      const outcome = await sealer.sealAll();
      return outcome.kind === 'STOPPED' ? outcome.sentence : undefined;
    },
  };
}
