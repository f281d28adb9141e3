/** 主菜单: where a signed-in person can go, grouped as the work is: one entry a field of work, its pages below it. */
import {
  Archive,
  ArrowRightLeft,
  ChartColumn,
  CopyX,
  GraduationCap,
  House,
  LayoutGrid,
  LogIn,
  Network,
  NotebookPen,
  Scale,
  UserRound,
} from 'lucide-react';
import type { MenuSection } from '../cases/pages/signed-in/signed-in.tsx';

/** Only places that exist; whoever may use one page of an entry only goes straight there. */
export const menu: MenuSection[][] = [
  [{ words: '工作台', icon: House, pages: [{ to: '/workbench', words: '工作台', counts: 'ALL' }] }],
  [
    {
      words: '学生',
      icon: UserRound,
      pages: [
        { to: '/students', words: '在籍学生', needs: 'GET /api/students' },
        { to: '/family-requests', words: '家长申请', needs: 'GET /api/family-requests' },
        { to: '/family-links', words: '家长链接', needs: 'POST /api/family-links' },
        { to: '/study-arrangements', words: '借读和特教', needs: 'GET /api/study-arrangements' },
      ],
    },
    {
      words: '入学注册',
      icon: LogIn,
      pages: [
        {
          to: '/admissions',
          words: '新生注册',
          needs: 'GET /api/admissions/overview',
          counts: { kind: 'REGISTRATION' },
        },
        { to: '/admissions/plans', words: '招生计划', needs: 'GET /api/admission-plans' },
        { to: '/admissions/roll', words: '录取名册', needs: 'GET /api/admission-roll' },
        { to: '/admissions/no-shows', words: '未报到', needs: 'GET /api/admission-no-shows' },
      ],
    },
    {
      words: '班级',
      icon: LayoutGrid,
      pages: [{ to: '/classes', words: '班级', needs: 'GET /api/schools/:id/class-groups' }],
    },
    {
      words: '在校生活',
      icon: NotebookPen,
      pages: [
        { to: '/attendance', words: '考勤', needs: 'GET /api/truancy' },
        { to: '/assessments', words: '考核', needs: 'GET /api/assessments' },
        { to: '/conduct', words: '奖惩资助', needs: 'GET /api/awards' },
      ],
    },
  ],
  [
    {
      words: '异动办件',
      icon: ArrowRightLeft,
      pages: [
        { to: '/transfers', words: '转学', needs: 'GET /api/transfers', counts: { kind: 'TRANSFER' } },
        { to: '/leaves', words: '休学复学', needs: 'GET /api/leaves' },
        { to: '/changes', words: '学籍异动', needs: 'GET /api/changes' },
        { to: '/dropouts', words: '辍学名册', needs: 'GET /api/dropouts' },
      ],
    },
    {
      words: '毕业升级',
      icon: GraduationCap,
      pages: [
        { to: '/graduations', words: '毕业', needs: 'GET /api/graduations', counts: { kind: 'GRADUATION' } },
        { to: '/promotions', words: '升级', needs: 'GET /api/promotions' },
        { to: '/certificates', words: '证书', needs: 'GET /api/certificates' },
      ],
    },
    {
      words: '问题学籍',
      icon: CopyX,
      pages: [
        {
          to: '/duplicates',
          words: '问题学籍',
          needs: 'GET /api/duplicates',
          counts: { kind: 'DUPLICATE_DISPUTE' },
        },
      ],
    },
    {
      words: '学籍档案',
      icon: Archive,
      pages: [
        { to: '/student-files', words: '学生档案', needs: 'GET /api/file-gaps' },
        { to: '/file-check', words: '学籍表核对', needs: 'GET /api/form-checks' },
        { to: '/hand-overs', words: '档案转接', needs: 'GET /api/file-hand-overs' },
        { to: '/file-custody', words: '档案保管', needs: 'GET /api/file-custody' },
        { to: '/file-packages', words: '档案包', needs: 'GET /api/file-packages' },
        { to: '/school-file', words: '学校档案', needs: 'GET /api/schools/:id/school-file' },
        { to: '/forms', words: '表册', needs: 'GET /api/schools/:id/forms' },
        { to: '/paper-styles', words: '表册样式', needs: 'GET /api/paper-styles' },
      ],
    },
    {
      words: '核查统计',
      icon: ChartColumn,
      pages: [
        { to: '/roster-confirmations', words: '花名册确认', needs: 'GET /api/roster-confirmations' },
        { to: '/change-register', words: '学生增减', needs: 'GET /api/change-register' },
        { to: '/filings', words: '归档情况', needs: 'GET /api/school-filings' },
        { to: '/overdue', words: '逾期', needs: 'GET /api/overdue' },
        { to: '/league', words: '逾期通报', needs: 'GET /api/overdue/league' },
      ],
    },
  ],
  [
    {
      words: '机构账号',
      icon: Network,
      pages: [
        { to: '/institutions', words: '机构和账号', needs: 'GET /api/accounts' },
        { to: '/restructurings', words: '学校变动', needs: 'GET /api/restructurings' },
        { to: '/local-settings', words: '地方设定', needs: 'GET /api/local-settings' },
        { to: '/exchange', words: '对接', needs: 'GET /api/exchange/systems' },
      ],
    },
    { words: '法规', icon: Scale, pages: [{ to: '/law', words: '法规' }] },
  ],
];
