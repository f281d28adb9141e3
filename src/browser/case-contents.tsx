/** 办件内容: what a case of each kind shows, and what the workbench reminds of. */

import { REGISTRATION_CONTENT } from '../admissions/case-panes/registration-case-parts.tsx';
import { ADMISSION_PLAN_CONTENT } from '../admissions/intake/plans/screens/plan-case-parts.tsx';
import { CANCELLATION_CONTENT } from '../admissions/intake/screens/cases/cancellation-case-parts.tsx';
import { STAGE_ENTRY_CONTENT } from '../admissions/intake/screens/cases/stage-entry-case-parts.tsx';
import { NoShowReminders } from '../admissions/intake/screens/no-show-reminder-parts.tsx';
import { RegistrationProgress } from '../admissions/overview/registration-progress-parts.tsx';
import { FileReminders } from '../archives/heads/screens/file-reminder-parts.tsx';
import { AccountReminders } from '../authorities/pages/reminders/account-reminders-parts.tsx';
import type { CaseContents } from '../cases/pages/case/case-content-parts.tsx';
import { OfflineReminders } from '../cases/pages/offline/offline-parts.tsx';
import type { Reminder } from '../cases/pages/workbench/reminders.tsx';
import { changeContents } from '../changes/screens/change-case-parts.tsx';
import { CERTIFICATE_CONTENTS } from '../documents/certificates/screens/certificate-case-parts.tsx';
import { DISPUTE_CONTENT } from '../duplicates/screens/dispute-case-parts.tsx';
import { FamilyReminders } from '../families/screens/office/family-reminder-parts.tsx';
import { GRADUATION_CONTENT } from '../graduation/screens/graduation-case-parts.tsx';
import { GraduationReminders } from '../graduation/screens/graduation-reminder-parts.tsx';
import { HandOverReminders } from '../hand-over/screens/hand-over-reminder-parts.tsx';
import { KEY_DATA_CONTENT } from '../key-data/screen/key-data-case-parts.tsx';
import { LEAVE_CONTENTS } from '../leave/screens/leave-case-parts.tsx';
import { LeaveReminders } from '../leave/screens/leave-reminder-parts.tsx';
import { LOCAL_SETTING_CONTENT } from '../local-settings/screen/setting-case-parts.tsx';
import { StandstillReminders } from '../local-settings/screen/windows/standstill-parts.tsx';
import { PLACEMENT_CONTENT } from '../placements/board/placement-case-parts.tsx';
import { RESTRUCTURING_CONTENT } from '../restructuring/screens/restructuring-case-parts.tsx';
import { REVERSAL_CONTENT } from '../reversals/screens/reversal-case-parts.tsx';
import { FilingReminders } from '../school-life/assessments/screens/filing-reminder-parts.tsx';
import { TruancyReminders } from '../school-life/attendance/screens/truancy/truancy-reminder-parts.tsx';
import { DueReminders } from '../school-life/oversight/dues/screens/due-reminder-parts.tsx';
import { LateFilingReminders } from '../school-life/oversight/filings/screens/late-filing-reminder-parts.tsx';
import { CONFIRMATION_CONTENT } from '../supervision/confirmation/screens/confirmation-case-parts.tsx';
import { TRANSFER_CONTENT } from '../transfers/screens/case/transfer-case-parts.tsx';
import { TransferReminders } from '../transfers/screens/transfer-reminder-parts.tsx';

/** 学期任务 on the workbench. */
export const tasks: Reminder[] = [{ key: 'registration', Part: RegistrationProgress }];

/** 异常与通知 on the workbench. */
export const notices: Reminder[] = [
  { key: 'offline', Part: OfflineReminders },
  { key: 'standstills', Part: StandstillReminders },
  { key: 'no-shows', Part: NoShowReminders },
  { key: 'truancy', Part: TruancyReminders },
  { key: 'filing', Part: FilingReminders },
  { key: 'dues', Part: DueReminders },
  { key: 'late-filings', Part: LateFilingReminders },
  { key: 'leaves', Part: LeaveReminders },
  { key: 'families', Part: FamilyReminders },
  { key: 'transfers', Part: TransferReminders },
  { key: 'files', Part: FileReminders },
  { key: 'hand-overs', Part: HandOverReminders },
  { key: 'graduations', Part: GraduationReminders },
  { key: 'accounts', Part: AccountReminders },
];

/** What a case of each kind shows beside the findings. */
export const contents: CaseContents = {
  REGISTRATION: REGISTRATION_CONTENT,
  LOCAL_SETTING: LOCAL_SETTING_CONTENT,
  ADMISSION_PLAN: ADMISSION_PLAN_CONTENT,
  STAGE_ENTRY: STAGE_ENTRY_CONTENT,
  ENTRY_CANCELLATION: CANCELLATION_CONTENT,
  ...LEAVE_CONTENTS,
  ...CERTIFICATE_CONTENTS,
  ROSTER_CONFIRMATION: CONFIRMATION_CONTENT,
  RESTRUCTURING: RESTRUCTURING_CONTENT,
  ...changeContents('WITHDRAWAL', 'DEATH', 'ABROAD', 'RETURN_FROM_ABROAD', 'MISSING_OR_DETAINED', 'GRADE_CHANGE'),
  ...changeContents('GUEST_STUDY', 'SPECIAL_EDUCATION', 'FILE_PACKAGE'),
  ...changeContents('DROPOUT', 'DROPOUT_RETURN', 'DROPOUT_END', 'AUTOMATIC_WITHDRAWAL'),
  ...changeContents('DISCIPLINE', 'DISCIPLINE_REVOCATION', 'HARDSHIP_RECOGNITION', 'HARDSHIP_REMOVAL'),
  KEY_DATA_CHANGE: KEY_DATA_CONTENT,
  CLASS_PLACEMENT: PLACEMENT_CONTENT,
  GRADUATION: GRADUATION_CONTENT,
  TRANSFER: TRANSFER_CONTENT,
  REVERSAL: REVERSAL_CONTENT,
  DUPLICATE_DISPUTE: DISPUTE_CONTENT,
};
