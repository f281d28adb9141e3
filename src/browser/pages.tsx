/** 各页: which address draws which page. Every page is fetched when it is first opened. */
import { Navigate, type RouteObject } from 'react-router';
import { EndedChange } from '../reversals/screens/ended-change-parts.tsx';
import { Page, PageHead } from '../web/frame/page.tsx';
import { AbsentState } from '../web/parts/feedback/states.tsx';
import { contents, notices, tasks } from './case-contents.tsx';

/** For everybody, signed in or not. */
export const law: RouteObject[] = [
  { path: '/law', element: <Navigate to="/law/check" replace /> },
  { path: '/law/check', lazy: () => import('../regulations/pages/check/check.page.tsx') },
  { path: '/law/in-force', lazy: () => import('../regulations/pages/in-force/in-force.page.tsx') },
  { path: '/law/compare', lazy: () => import('../regulations/pages/in-force/compare.page.tsx') },
  { path: '/law/texts', lazy: () => import('../regulations/pages/texts/texts.page.tsx') },
  { path: '/law/texts/:id', lazy: () => import('../regulations/pages/texts/text.page.tsx') },
  { path: '/law/at', lazy: () => import('../regulations/pages/texts/at.page.tsx') },
];

/** All parts in all their states, for those who build screens; left out of the built page. */
export const gallery: RouteObject[] = import.meta.env.DEV
  ? [{ path: '/_gallery/:view?', lazy: () => import('../web/gallery/gallery.page.tsx') }]
  : [];

export const signedIn: RouteObject[] = [
  { index: true, element: <Navigate to="/workbench" replace /> },
  {
    path: '/workbench',
    lazy: async () => {
      const { WorkbenchPage } = await import('../cases/pages/workbench/workbench.page.tsx');
      return { Component: () => <WorkbenchPage tasks={tasks} notices={notices} /> };
    },
  },
  {
    path: '/workbench/:side',
    lazy: async () => ({ Component: (await import('../cases/pages/workbench/work-list.page.tsx')).WorkListPage }),
  },
  { path: '/forms', lazy: () => import('../documents/forms/screens/forms.page.tsx') },
  { path: '/paper-styles', lazy: () => import('../documents/styles/screens/paper-styles.page.tsx') },
  { path: '/overdue', lazy: () => import('../cases/pages/overdue/overdue.page.tsx') },
  { path: '/league', lazy: () => import('../cases/pages/overdue/league.page.tsx') },
  {
    path: '/cases/:id',
    lazy: async () => {
      const { CasePage } = await import('../cases/pages/case/case.page.tsx');
      return { Component: () => <CasePage contents={contents} ended={EndedChange} /> };
    },
  },
  {
    path: '/students',
    lazy: async () => ({ Component: (await import('../students/pages/students.page.tsx')).StudentsPage }),
  },
  {
    path: '/students/:id',
    lazy: async () => {
      const { StudentPage } = await import('../students/pages/student.page.tsx');
      const { SecondaryNumbers } = await import('../numbering/screen/secondary-numbers-parts.tsx');
      const { FileTab } = await import('../archives/heads/screens/file/file-tab-parts.tsx');
      const { StudentPapers } = await import('../documents/issued/screens/papers/student-papers-parts.tsx');
      const { StudentCertificates } = await import('../documents/certificates/screens/student-certificates-parts.tsx');
      const { StudentAssessments } = await import('../school-life/assessments/screens/student-tab-parts.tsx');
      const moreTabs = [
        { key: 'file', words: '档案内容', needs: 'GET /api/students/:id/file', Part: FileTab },
        { key: 'assessments', words: '考核', needs: 'GET /api/students/:id/assessments', Part: StudentAssessments },
        {
          key: 'certificates',
          words: '证书',
          needs: 'GET /api/students/:id/certificates',
          Part: StudentCertificates,
        },
        { key: 'papers', words: '文书', needs: 'GET /api/students/:id/papers', Part: StudentPapers },
      ];
      return { Component: () => <StudentPage MoreNumbers={SecondaryNumbers} moreTabs={moreTabs} /> };
    },
  },
  { path: '/student-files', lazy: () => import('../archives/heads/screens/class/student-files.page.tsx') },
  { path: '/file-check', lazy: () => import('../archives/heads/screens/checking/file-check.page.tsx') },
  { path: '/family-links', lazy: () => import('../families/screens/office/family-links.page.tsx') },
  {
    path: '/family-links/:studentId/:signatureId',
    lazy: () => import('../families/screens/office/signed-form.page.tsx'),
  },
  { path: '/family-requests', lazy: () => import('../families/screens/office/family-requests.page.tsx') },
  { path: '/family-requests/:id', lazy: () => import('../families/screens/office/family-request.page.tsx') },
  { path: '/students/:id/key-data-change', lazy: () => import('../key-data/screen/apply.page.tsx') },
  { path: '/duplicates', lazy: () => import('../duplicates/screens/duplicates.page.tsx') },
  { path: '/duplicates/raise', lazy: () => import('../duplicates/screens/raise.page.tsx') },
  { path: '/school-file', lazy: () => import('../archives/school-file/screens/school-file.page.tsx') },
  { path: '/file-custody', lazy: () => import('../archives/custody/screens/file-custody.page.tsx') },
  { path: '/file-packages', lazy: () => import('../archives/package/screens/file-packages.page.tsx') },
  { path: '/file-packages/received/:id', lazy: () => import('../archives/package/screens/received/received.page.tsx') },
  { path: '/hand-overs', lazy: () => import('../hand-over/screens/hand-overs.page.tsx') },
  { path: '/transfers', lazy: () => import('../transfers/screens/transfers.page.tsx') },
  { path: '/transfers/wishes/:id', lazy: () => import('../transfers/screens/invitations/wish.page.tsx') },
  { path: '/transfers/open', lazy: () => import('../transfers/screens/opening/open-transfer.page.tsx') },
  {
    path: '/roster-confirmations',
    lazy: () => import('../supervision/confirmation/screens/confirmations.page.tsx'),
  },
  {
    path: '/change-register',
    lazy: () => import('../supervision/increase-decrease/screens/change-register.page.tsx'),
  },
  {
    path: '/study-arrangements',
    lazy: () => import('../study-elsewhere/screens/study-arrangements.page.tsx'),
  },
  { path: '/restructurings', lazy: () => import('../restructuring/screens/restructurings.page.tsx') },
  { path: '/restructurings/draw', lazy: () => import('../restructuring/screens/restructure.page.tsx') },
  { path: '/graduations', lazy: () => import('../graduation/screens/graduations.page.tsx') },
  { path: '/graduations/outcomes', lazy: () => import('../graduation/screens/outcomes.page.tsx') },
  {
    path: '/graduations/class-groups/:id',
    lazy: () => import('../graduation/screens/entry/class-results.page.tsx'),
  },
  { path: '/promotions', lazy: () => import('../progression/promotion/screens/promotions.page.tsx') },
  { path: '/certificates', lazy: () => import('../documents/certificates/screens/certificates.page.tsx') },
  { path: '/certificates/batches/:id', lazy: () => import('../documents/certificates/screens/batch/batch.page.tsx') },
  {
    path: '/certificates/proofs/apply',
    lazy: () => import('../documents/certificates/screens/proofs/apply-proof.page.tsx'),
  },
  { path: '/promotions/:id', lazy: () => import('../progression/promotion/screens/promotion.page.tsx') },
  { path: '/changes', lazy: () => import('../changes/screens/changes.page.tsx') },
  { path: '/changes/apply', lazy: () => import('../changes/screens/apply/choose-student.page.tsx') },
  { path: '/changes/students/:id', lazy: () => import('../changes/screens/apply/apply-change.page.tsx') },
  { path: '/conduct', lazy: () => import('../school-life/conduct/screens/conduct.page.tsx') },
  { path: '/filings', lazy: () => import('../school-life/oversight/filings/screens/filings.page.tsx') },
  { path: '/class-entry', lazy: () => import('../school-life/pasting/class-entry/screens/class-entry.page.tsx') },
  { path: '/assessments', lazy: () => import('../school-life/assessments/screens/assessments.page.tsx') },
  { path: '/attendance', lazy: () => import('../school-life/attendance/screens/attendance.page.tsx') },
  { path: '/truancy/:id', lazy: () => import('../school-life/attendance/screens/truancy/truant.page.tsx') },
  { path: '/truancy/:id/notice', lazy: () => import('../school-life/attendance/screens/truancy/notice.page.tsx') },
  { path: '/dropouts', lazy: () => import('../departures/dropout/screens/dropouts.page.tsx') },
  { path: '/leaves', lazy: () => import('../leave/screens/leaves.page.tsx') },
  { path: '/leaves/students/:id', lazy: () => import('../leave/screens/apply/apply-leave.page.tsx') },
  { path: '/admissions', lazy: () => import('../admissions/screens/overview/admissions.page.tsx') },
  { path: '/admissions/plans', lazy: () => import('../admissions/intake/plans/screens/admission-plans.page.tsx') },
  { path: '/admissions/roll', lazy: () => import('../admissions/intake/screens/roll.page.tsx') },
  { path: '/admissions/roll/enter', lazy: () => import('../admissions/intake/screens/entering/enter-roll.page.tsx') },
  { path: '/admissions/no-shows', lazy: () => import('../admissions/intake/screens/no-shows.page.tsx') },
  { path: '/admissions/imports/:id', lazy: () => import('../admissions/screens/import/import.page.tsx') },
  { path: '/admissions/entrants/:id', lazy: () => import('../admissions/screens/entrant/entrant-form.page.tsx') },
  {
    path: '/classes',
    lazy: async () => ({ Component: (await import('../placements/classes.page.tsx')).ClassesPage }),
  },
  { path: '/classes/plans/:id', lazy: () => import('../placements/board/board.page.tsx') },
  { path: '/institutions/import', lazy: () => import('../authorities/pages/importing/import-schools.page.tsx') },
  { path: '/institutions/:id?', lazy: () => import('../authorities/pages/institutions/institutions.page.tsx') },
  { path: '/local-settings', lazy: () => import('../local-settings/screen/local-settings.page.tsx') },
  { path: '/exchange', lazy: () => import('../exchange/screen/exchange.page.tsx') },
  { path: '/notices', lazy: () => import('../notices/screens/notices.page.tsx') },
  { path: '/password', lazy: () => import('../authorities/pages/sign-in/password.page.tsx') },
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
