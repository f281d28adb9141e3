/** 建籍之问: what registering asks the law, from the age of entry to the confirmed roster. */
import { APPROVERS, STAGES, SUPERVISORS } from './choices.ts';
import { choice, day, flag, number, optional, question, text, year } from './fact.ts';

/** 编号事项: what happens to the student when a secondary number is asked about. */
const NUMBER_EVENTS = {
  ENTRY: '新生入学',
  PROMOTION: '升级、升学',
  TRANSFER: '转学',
  GUEST_STUDY: '借读',
  RETENTION: '留级',
  RETURN_SAME_GRADE: '复学到原年级',
  RETURN_LOWER_GRADE: '复学到较低年级',
} as const;
export type NumberEvent = keyof typeof NUMBER_EVENTS;

/** 辅号编制单位. */
export const NUMBER_ISSUERS = {
  SYSTEM: '学籍软件',
  SCHOOL: '学校',
  CENTRE_SCHOOL: '乡镇中心校',
  COUNTY: '县级教育行政部门',
  CITY: '市级教育行政部门',
} as const;
export type NumberIssuer = keyof typeof NUMBER_ISSUERS;

export const registrationQuestions = {
  /** May this child enter grade one in this intake year? */
  'entry-age': question('入学年龄', {
    bornOn: day('出生日期'),
    intakeYear: year('招生年度'),
    grade: number('就读年级'),
    approved: optional(choice('主管部门已书面批准', { POSTPONED: '延缓入学', EARLY: '不足龄入学' })),
  }),
  /** Is the file built in time after entry? */
  'build-file': question('建籍期限', { enteredOn: day('入学日期'), submittedOn: day('提交建籍日期') }),
  /** Is everything captured that a registration needs? */
  'registration-papers': question('采集要件', {
    stage: choice('学段', STAGES),
    hasIdentityNumber: flag('学生有身份证件号'),
    guardianCount: number('已登记监护人', '人'),
    guardianWithNumber: flag('有监护人的证件号'),
    hasPhoto: flag('有学生照片'),
    signedForm: flag('监护人已在基本信息表上签字'),
    /** Key data that differ from the household register; absent where the two have not been compared. */
    differences: optional(number('关键数据与户口簿不符', '项')),
  }),
  /** What did the duplicate check find? */
  'one-registration': question('一人一籍', {
    sameNumberElsewhere: flag('此证件号已有学籍'),
    suspicions: number('疑似同一人', '名'),
    graduatedSenior: flag('已普通高中毕业'),
    graduatedJunior: optional(flag('已初中毕业')),
    stage: choice('学段', STAGES),
  }),
  /** May the class group hold so many? */
  'class-size': question('班额', {
    stage: choice('学段', STAGES),
    grade: number('年级'),
    size: number('班级人数', '人'),
  }),
  /** Does the number keep its form and its holder? */
  'registration-number': question('学籍号', {
    kind: choice('号码种类', { L: '临时号', G: '正式号', J: '无证件号' }),
    number: text('学籍号'),
    alreadyIssued: flag('此人已有学籍号'),
  }),
  /** May a child of entry age enter some years later? */
  'entry-postponement': question('延缓入学', {
    reason: choice('事由', { HEALTH: '身体状况', CONDITIONS: '条件不具备' }),
    years: number('推迟', '年'),
    /** Who has approved it in writing; absent where nobody has yet. */
    approvedBy: optional(choice('书面批准机关', APPROVERS)),
  }),
  /** Has everybody reviewed a registration who must before the supervising authority decides? */
  'registration-review': question('逐级审核', {
    stage: choice('学段', STAGES),
    supervisedBy: choice('学籍主管部门', SUPERVISORS),
    reviewedByCounty: flag('学校所在县已审核'),
  }),
  /** May the students be entered into their class groups? */
  'class-placement': question('编班', { stage: choice('学段', STAGES), reviewed: flag('编班方案已审核') }),
  /** Are the registrations of a school year confirmed in time? */
  'roster-confirmation': question('花名册确认', {
    stage: choice('学段', STAGES),
    termStart: day('开学日期'),
    confirmedOn: day('审核确认日期'),
    outsideRules: optional(number('花名册上违规招收的学生', '人')),
  }),
  /** Numbers beside the registration number: who gives them, in which form, and when is there a new one? */
  'secondary-number': question('地方辅号', {
    kind: choice('号码', { LOCAL: '地方14位号码', EXAM: '学业水平考试考籍号', SCHOOL: '校内学号' }),
    stage: choice('学段', STAGES),
    event: choice('办理事项', NUMBER_EVENTS),
    /** Is the number another than the one that the student had before? */
    renewed: flag('另编新号'),
    issuedBy: optional(choice('编制单位', NUMBER_ISSUERS)),
    number: optional(text('号码')),
    intakeYear: optional(year('入学年份')),
    /** The highest serial that the school has given out in the intake year; none is 0. */
    lastSerial: optional(number('本校本年已编到的顺序号')),
  }),
  /** In which form are such numbers written here, and up to where is one series counted? */
  'number-form': question('辅号编排式', {
    kind: choice('号码', { LOCAL: '地方14位号码', EXAM: '学业水平考试考籍号', SCHOOL: '校内学号' }),
    stage: choice('学段', STAGES),
  }),
  /** May the school take money for a student card? */
  'student-card': question('学生卡', { fee: number('向学生收取', '元') }),
};
