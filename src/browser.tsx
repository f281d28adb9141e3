/** 网页入口: the only place that knows which address draws which page. Every page is fetched when it is first opened. */
import { QueryClientProvider } from '@tanstack/react-query';
import {
  AlarmClock,
  ArrowRightLeft,
  Building2,
  Cable,
  CalendarOff,
  ChartColumn,
  ClipboardCheck,
  ClipboardList,
  CopyX,
  FilePenLine,
  GraduationCap,
  House,
  LayoutGrid,
  LogIn,
  Network,
  Scale,
  Sigma,
  Signpost,
  SlidersHorizontal,
  UserRound,
  UserRoundX,
} from 'lucide-react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, Navigate, type RouteObject, RouterProvider } from 'react-router';
import { REGISTRATION_CONTENT } from './admissions/case-panes/registration-case-parts.tsx';
import { RegistrationProgress } from './admissions/overview/registration-progress-parts.tsx';
import { ADMISSION_PLAN_CONTENT } from './admissions/plans/screens/plan-case-parts.tsx';
import { AccountReminders } from './authorities/pages/reminders/account-reminders-parts.tsx';
import type { CaseContents } from './cases/pages/case/case-content-parts.tsx';
import { OfflineReminders } from './cases/pages/offline/offline-parts.tsx';
import { type MenuEntry, SignedIn, type Ways } from './cases/pages/signed-in/signed-in.tsx';
import type { Reminder } from './cases/pages/workbench/reminders.tsx';
import { changeContents } from './changes/screens/change-case-parts.tsx';
import { DISPUTE_CONTENT } from './duplicates/screens/dispute-case-parts.tsx';
import { KEY_DATA_CONTENT } from './key-data/screen/key-data-case-parts.tsx';
import { LEAVE_CONTENTS } from './leave/screens/leave-case-parts.tsx';
import { LeaveReminders } from './leave/screens/leave-reminder-parts.tsx';
import { LOCAL_SETTING_CONTENT } from './local-settings/screen/setting-case-parts.tsx';
import { StandstillReminders } from './local-settings/screen/windows/standstill-parts.tsx';
import { NoticeBell } from './notices/screens/notice-bell-parts.tsx';
import { PLACEMENT_CONTENT } from './placements/board/placement-case-parts.tsx';
import { LawArticles } from './regulations/articles-parts.tsx';
import { LawFrame } from './regulations/pages/frame/law-frame.tsx';
import { RESTRUCTURING_CONTENT } from './restructuring/screens/restructuring-case-parts.tsx';
import { EndedChange } from './reversals/screens/ended-change-parts.tsx';
import { REVERSAL_CONTENT } from './reversals/screens/reversal-case-parts.tsx';
import { TruancyReminders } from './school-life/attendance/screens/truancy/truancy-reminder-parts.tsx';
import { CONFIRMATION_CONTENT } from './supervision/confirmation/screens/confirmation-case-parts.tsx';
import { TRANSFER_CONTENT } from './transfers/screens/case/transfer-case-parts.tsx';
import { TransferReminders } from './transfers/screens/transfer-reminder-parts.tsx';
import { Page, PageHead } from './web/frame/page.tsx';
import { AbsentState } from './web/parts/feedback/states.tsx';
import { createQueryClient } from './web/query.ts';
import './web/theme/tokens.css';
import './web/theme/elements.css';
import './web/theme/print.css';

/** The side menu: only places that exist. */
const menu: MenuEntry[][] = [
  [{ to: '/workbench', words: '工作台', icon: House, counts: 'ALL' }],
  [
    { to: '/students', words: '学生', icon: UserRound, needs: 'GET /api/students' },
    {
      to: '/admissions',
      words: '入学注册',
      icon: LogIn,
      needs: 'GET /api/admissions/overview',
      counts: { kind: 'REGISTRATION' },
    },
    {
      to: '/transfers',
      words: '转学',
      icon: ArrowRightLeft,
      needs: 'GET /api/transfers',
      counts: { kind: 'TRANSFER' },
    },
    {
      to: '/leaves',
      words: '休学复学',
      icon: CalendarOff,
      needs: 'GET /api/leaves',
    },
    { to: '/changes', words: '学籍异动', icon: FilePenLine, needs: 'GET /api/changes' },
    { to: '/attendance', words: '考勤', icon: ClipboardList, needs: 'GET /api/truancy' },
    {
      to: '/duplicates',
      words: '问题学籍',
      icon: CopyX,
      needs: 'GET /api/duplicates',
      counts: { kind: 'DUPLICATE_DISPUTE' },
    },
    { to: '/dropouts', words: '辍学名册', icon: UserRoundX, needs: 'GET /api/dropouts' },
    { to: '/classes', words: '班级', icon: LayoutGrid, needs: 'GET /api/schools/:id/class-groups' },
    {
      to: '/study-arrangements',
      words: '借读和特教',
      icon: Signpost,
      needs: 'GET /api/study-arrangements',
    },
    { to: '/promotions', words: '升级', icon: GraduationCap, needs: 'GET /api/promotions' },
    { to: '/roster-confirmations', words: '花名册确认', icon: ClipboardCheck, needs: 'GET /api/roster-confirmations' },
  ],
  [
    { to: '/overdue', words: '逾期', icon: AlarmClock, needs: 'GET /api/overdue' },
    { to: '/change-register', words: '学生增减', icon: Sigma, needs: 'GET /api/change-register' },
    { to: '/league', words: '逾期通报', icon: ChartColumn, needs: 'GET /api/overdue/league' },
  ],
  [
    { to: '/institutions', words: '机构账号', icon: Network, needs: 'GET /api/accounts' },
    {
      to: '/restructurings/draw',
      words: '学校变动',
      icon: Building2,
      needs: 'POST /api/restructurings/previews',
    },
    { to: '/local-settings', words: '地方设定', icon: SlidersHorizontal, needs: 'GET /api/local-settings' },
    { to: '/exchange', words: '对接', icon: Cable, needs: 'GET /api/exchange/systems' },
    { to: '/law', words: '法规', icon: Scale },
  ],
];

/** For everybody, signed in or not. */
const law: RouteObject[] = [
  { path: '/law', element: <Navigate to="/law/check" replace /> },
  { path: '/law/check', lazy: () => import('./regulations/pages/check/check.page.tsx') },
  { path: '/law/in-force', lazy: () => import('./regulations/pages/in-force/in-force.page.tsx') },
  { path: '/law/compare', lazy: () => import('./regulations/pages/in-force/compare.page.tsx') },
  { path: '/law/texts', lazy: () => import('./regulations/pages/texts/texts.page.tsx') },
  { path: '/law/texts/:id', lazy: () => import('./regulations/pages/texts/text.page.tsx') },
  { path: '/law/at', lazy: () => import('./regulations/pages/texts/at.page.tsx') },
];

const ways: Ways = { signIn: '/sign-in', password: '/password', setUp: '/set-up', students: '/students' };

/** 学期任务 on the workbench. */
const tasks: Reminder[] = [{ key: 'registration', Part: RegistrationProgress }];

/** 异常与通知 on the workbench. */
const notices: Reminder[] = [
  { key: 'offline', Part: OfflineReminders },
  { key: 'standstills', Part: StandstillReminders },
  { key: 'truancy', Part: TruancyReminders },
  { key: 'leaves', Part: LeaveReminders },
  { key: 'transfers', Part: TransferReminders },
  { key: 'accounts', Part: AccountReminders },
];

/** What a case of each kind shows beside the findings. */
const contents: CaseContents = {
  REGISTRATION: REGISTRATION_CONTENT,
  LOCAL_SETTING: LOCAL_SETTING_CONTENT,
  ADMISSION_PLAN: ADMISSION_PLAN_CONTENT,
  ...LEAVE_CONTENTS,
  ROSTER_CONFIRMATION: CONFIRMATION_CONTENT,
  RESTRUCTURING: RESTRUCTURING_CONTENT,
  ...changeContents('WITHDRAWAL', 'DEATH', 'ABROAD', 'RETURN_FROM_ABROAD', 'MISSING_OR_DETAINED', 'GRADE_CHANGE'),
  ...changeContents('GUEST_STUDY', 'SPECIAL_EDUCATION'),
  ...changeContents('DROPOUT', 'DROPOUT_RETURN', 'DROPOUT_END', 'AUTOMATIC_WITHDRAWAL'),
  KEY_DATA_CHANGE: KEY_DATA_CONTENT,
  CLASS_PLACEMENT: PLACEMENT_CONTENT,
  TRANSFER: TRANSFER_CONTENT,
  REVERSAL: REVERSAL_CONTENT,
  DUPLICATE_DISPUTE: DISPUTE_CONTENT,
};

/** All parts in all their states, for those who build screens; left out of the built page. */
const gallery: RouteObject[] = import.meta.env.DEV
  ? [{ path: '/_gallery/:view?', lazy: () => import('./web/gallery/gallery.page.tsx') }]
  : [];

const signedIn: RouteObject[] = [
  { index: true, element: <Navigate to="/workbench" replace /> },
  {
    path: '/workbench',
    lazy: async () => {
      const { WorkbenchPage } = await import('./cases/pages/workbench/workbench.page.tsx');
      return { Component: () => <WorkbenchPage tasks={tasks} notices={notices} /> };
    },
  },
  {
    path: '/workbench/:side',
    lazy: async () => ({ Component: (await import('./cases/pages/workbench/work-list.page.tsx')).WorkListPage }),
  },
  { path: '/overdue', lazy: () => import('./cases/pages/overdue/overdue.page.tsx') },
  { path: '/league', lazy: () => import('./cases/pages/overdue/league.page.tsx') },
  {
    path: '/cases/:id',
    lazy: async () => {
      const { CasePage } = await import('./cases/pages/case/case.page.tsx');
      return { Component: () => <CasePage contents={contents} ended={EndedChange} /> };
    },
  },
  {
    path: '/students',
    lazy: async () => ({ Component: (await import('./students/pages/students.page.tsx')).StudentsPage }),
  },
  {
    path: '/students/:id',
    lazy: async () => {
      const { StudentPage } = await import('./students/pages/student.page.tsx');
      const { SecondaryNumbers } = await import('./numbering/screen/secondary-numbers-parts.tsx');
      return { Component: () => <StudentPage MoreNumbers={SecondaryNumbers} /> };
    },
  },
  { path: '/students/:id/key-data-change', lazy: () => import('./key-data/screen/apply.page.tsx') },
  { path: '/duplicates', lazy: () => import('./duplicates/screens/duplicates.page.tsx') },
  { path: '/duplicates/raise', lazy: () => import('./duplicates/screens/raise.page.tsx') },
  { path: '/transfers', lazy: () => import('./transfers/screens/transfers.page.tsx') },
  { path: '/transfers/wishes/:id', lazy: () => import('./transfers/screens/invitations/wish.page.tsx') },
  { path: '/transfers/open', lazy: () => import('./transfers/screens/opening/open-transfer.page.tsx') },
  {
    path: '/roster-confirmations',
    lazy: () => import('./supervision/confirmation/screens/confirmations.page.tsx'),
  },
  {
    path: '/change-register',
    lazy: () => import('./supervision/increase-decrease/screens/change-register.page.tsx'),
  },
  {
    path: '/study-arrangements',
    lazy: () => import('./study-elsewhere/screens/study-arrangements.page.tsx'),
  },
  { path: '/restructurings/draw', lazy: () => import('./restructuring/screens/restructure.page.tsx') },
  { path: '/promotions', lazy: () => import('./progression/promotion/screens/promotions.page.tsx') },
  { path: '/promotions/:id', lazy: () => import('./progression/promotion/screens/promotion.page.tsx') },
  { path: '/changes', lazy: () => import('./changes/screens/changes.page.tsx') },
  { path: '/changes/apply', lazy: () => import('./changes/screens/apply/choose-student.page.tsx') },
  { path: '/changes/students/:id', lazy: () => import('./changes/screens/apply/apply-change.page.tsx') },
  { path: '/attendance', lazy: () => import('./school-life/attendance/screens/attendance.page.tsx') },
  { path: '/truancy/:id', lazy: () => import('./school-life/attendance/screens/truancy/truant.page.tsx') },
  { path: '/truancy/:id/notice', lazy: () => import('./school-life/attendance/screens/truancy/notice.page.tsx') },
  { path: '/dropouts', lazy: () => import('./departures/dropout/screens/dropouts.page.tsx') },
  { path: '/leaves', lazy: () => import('./leave/screens/leaves.page.tsx') },
  { path: '/leaves/students/:id', lazy: () => import('./leave/screens/apply/apply-leave.page.tsx') },
  { path: '/admissions', lazy: () => import('./admissions/screens/overview/admissions.page.tsx') },
  { path: '/admissions/plans', lazy: () => import('./admissions/plans/screens/admission-plans.page.tsx') },
  { path: '/admissions/imports/:id', lazy: () => import('./admissions/screens/import/import.page.tsx') },
  { path: '/admissions/entrants/:id', lazy: () => import('./admissions/screens/entrant/entrant-form.page.tsx') },
  {
    path: '/classes',
    lazy: async () => ({ Component: (await import('./placements/classes.page.tsx')).ClassesPage }),
  },
  { path: '/classes/plans/:id', lazy: () => import('./placements/board/board.page.tsx') },
  { path: '/institutions/import', lazy: () => import('./authorities/pages/importing/import-schools.page.tsx') },
  { path: '/institutions/:id?', lazy: () => import('./authorities/pages/institutions/institutions.page.tsx') },
  { path: '/local-settings', lazy: () => import('./local-settings/screen/local-settings.page.tsx') },
  { path: '/exchange', lazy: () => import('./exchange/screen/exchange.page.tsx') },
  { path: '/notices', lazy: () => import('./notices/screens/notices.page.tsx') },
  { path: '/password', lazy: () => import('./authorities/pages/sign-in/password.page.tsx') },
  {
    path: '*',
    element: (
      <Page>
        <PageHead title="没有找到" />
        <AbsentState what="此页" />
      </Page>
    ),
  },
];

/** For whoever is not signed in, or must set something up first. */
const outside: RouteObject[] = [
  { path: '/sign-in', lazy: () => import('./authorities/pages/sign-in/sign-in.page.tsx') },
  { path: '/set-up', lazy: () => import('./authorities/pages/sign-in/set-up.page.tsx') },
  { path: '/first-run', lazy: () => import('./authorities/pages/first-run/first-run.page.tsx') },
];

const pages: RouteObject[] = [
  ...gallery,
  ...outside,
  { element: <LawFrame signedIn={<SignedIn menu={menu} ways={ways} bell={<NoticeBell />} />} />, children: law },
  { element: <SignedIn menu={menu} ways={ways} bell={<NoticeBell />} />, children: signedIn },
];

// Nothing is drawn until the first page has come: under 100 ms a person need not see that anything is loading.
const routes: RouteObject[] = [{ hydrateFallbackElement: <></>, children: pages }];

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <LawArticles>
        <RouterProvider router={createBrowserRouter(routes)} />
      </LawArticles>
    </QueryClientProvider>
  </StrictMode>,
);
