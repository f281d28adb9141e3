/** 法规: every pack and workflow that the product knows. Only the start of the product imports this. */
import type { Pack } from '../src/policy/index.ts';
import type { Workflow } from '../src/workflow/index.ts';
import { national } from './000000-national/pack.ts';
import { certificateWorkflows } from './000000-national/workflows/changes/certificates.ts';
import { conductWorkflows } from './000000-national/workflows/changes/conduct.ts';
import { departureWorkflows } from './000000-national/workflows/changes/departures.ts';
import { filePackageWorkflows } from './000000-national/workflows/changes/file-package.ts';
import { graduations } from './000000-national/workflows/changes/graduation.ts';
import { leaveWorkflows } from './000000-national/workflows/changes/leave.ts';
import { studyElsewhereWorkflows } from './000000-national/workflows/changes/study-elsewhere.ts';
import { classPlacementOfSchool, classPlacementReviewed } from './000000-national/workflows/class-placement.ts';
import { dropoutWorkflows } from './000000-national/workflows/dropouts.ts';
import { duplicateDisputes } from './000000-national/workflows/duplicate-dispute.ts';
import { keyDataChange } from './000000-national/workflows/key-data-change.ts';
import { localSetting } from './000000-national/workflows/local-setting.ts';
import { admissionPlan } from './000000-national/workflows/registration/admission-plan.ts';
import {
  entryCancellation,
  entryCancellationByAuthority,
} from './000000-national/workflows/registration/entry-cancellation.ts';
import { registration } from './000000-national/workflows/registration/registration.ts';
import { registrationReviewed } from './000000-national/workflows/registration/registration-reviewed.ts';
import {
  registrationUndocumented,
  registrationUndocumentedCity,
  registrationUndocumentedReviewed,
} from './000000-national/workflows/registration/registration-undocumented.ts';
import { stageEntry } from './000000-national/workflows/registration/stage-entry.ts';
import { restructuring, restructuringRequested } from './000000-national/workflows/restructuring.ts';
import { reversal } from './000000-national/workflows/reversal.ts';
import { rosterConfirmations } from './000000-national/workflows/roster-confirmation.ts';
import { transferWorkflows } from './000000-national/workflows/transfer.ts';
import { hebei } from './130000-hebei/pack.ts';
import { tangshan } from './130200-tangshan/pack.ts';
import { qianan } from './130283-qianan/pack.ts';
import { shanxi } from './140000-shanxi/pack.ts';
import { henan } from './410000-henan/pack.ts';
import { changge } from './411082-changge/pack.ts';
import { sichuan } from './510000-sichuan/pack.ts';

export { type SchoolOf, schoolTexts } from './schools/index.ts';

export const packs: readonly Pack[] = [national, hebei, tangshan, qianan, shanxi, henan, changge, sichuan];

export const workflows: readonly Workflow[] = [
  registration,
  registrationReviewed,
  registrationUndocumented,
  registrationUndocumentedCity,
  registrationUndocumentedReviewed,
  localSetting,
  admissionPlan,
  stageEntry,
  entryCancellation,
  entryCancellationByAuthority,
  reversal,
  ...duplicateDisputes,
  keyDataChange,
  classPlacementReviewed,
  classPlacementOfSchool,
  ...transferWorkflows,
  ...leaveWorkflows,
  ...conductWorkflows,
  ...departureWorkflows,
  ...studyElsewhereWorkflows,
  ...dropoutWorkflows,
  ...rosterConfirmations,
  ...graduations,
  ...certificateWorkflows,
  ...filePackageWorkflows,
  restructuring,
  restructuringRequested,
];
