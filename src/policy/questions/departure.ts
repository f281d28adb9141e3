/** 离校之问: retention, withdrawal, dropout, death and other ways to leave, and coming back. */
import { STAGES } from './choices.ts';
import { choice, choices, day, flag, number, optional, question, text } from './fact.ts';

const INITIATORS = { FAMILY: '学生及监护人', SCHOOL: '学校' } as const;

export const departureQuestions = {
  /** May this student leave for good before the stage is completed? */
  withdrawal: question('退学', {
    stage: choice('学段', STAGES),
    bornOn: day('出生日期'),
    nineYearsDone: flag('已完成九年义务教育'),
    initiatedBy: choice('由谁提出', INITIATORS),
    ground: choice('退学事由', {
      LOST_ABILITY: '因病因故丧失学习能力',
      EMIGRATION: '出国（境）定居',
      INCURABLE: '患不能治愈的重症或严重传染病',
      ACCIDENT: '意外伤害致严重智力障碍或生活不能自理',
      JUDICIAL: '被判刑或被采取强制性教育措施',
      UNSUITED: '不宜在校继续学习',
      OTHER: '其他特殊情况',
    }),
    leaveYears: optional(number('已休学', '年')),
    /** Absent where nothing has been handed in yet: then the papers are only listed. */
    papers: optional(
      choices('已交材料', {
        APPLICATION: '书面退学申请',
        FORM: '退学申请表',
        MEDICAL: '县级以上医疗单位证明',
        MEDICAL_IIA: '二级甲等以上医疗单位证明',
        PASSPORT: '学生本人护照复印件',
        HOUSEHOLD: '户口簿复印件',
      }),
    ),
  }),
  /** May the school propose that a student who stays away counts as withdrawn? */
  'automatic-withdrawal': question('自动退学', {
    stage: choice('学段', STAGES),
    /** Logged contacts with the guardian, with help offered, since the student stays away. */
    contacts: number('联系监护人帮助教育', '次'),
    truantHours: optional(number('本学期累计旷课', '学时')),
    consecutiveWeeks: optional(number('本学期连续旷课', '周')),
    totalWeeks: optional(number('本学期累计旷课', '周')),
    leaveEndedOn: optional(day('休学期满日期')),
    contactedOn: optional(day('期满后联系监护人日期')),
    settled: optional(flag('已复学或已办理继续休学')),
  }),
  /** When is a student who stays away reported, and to whom? */
  'dropout-report': question('旷课与辍学报告', {
    stage: choice('学段', STAGES),
    truantFrom: optional(day('连续旷课首日')),
    truantPeriods: optional(number('本学期累计旷课', '节')),
    leaveEndedOn: optional(day('休学期满未复学的，期满日期')),
    dropout: flag('学校已认定辍学'),
    reason: optional(text('辍学原因')),
    /** Absent where nobody has been told yet: then those who are to be told are only listed. */
    reportedTo: optional(
      choices('已书面报告', {
        TOWNSHIP: '乡镇人民政府（街道办事处）',
        COUNTY: '县级教育行政部门',
        AUTHORITY: '学籍主管部门',
      }),
    ),
  }),
  /** What becomes of the registration of a student who has dropped out? */
  'dropout-registration': question('辍学学生的学籍', {
    stage: choice('学段', STAGES),
    act: choice('拟办事项', { KEEP: '保留学籍', CANCEL: '注销学籍', RETURN: '复学', NEW_FILE: '另建学籍档案' }),
    pastCompulsory: flag('已超过义务教育年限'),
    migrant: flag('外来务工人员随迁子女'),
  }),
  /** May a student do a grade again, or leave one out? */
  'grade-change': question('留级、跳级', {
    kind: choice('事项', { RETENTION: '留级', SKIPPING: '跳级' }),
    stage: choice('学段', STAGES),
    lastGrade: flag('在毕业年级'),
    initiatedBy: choice('由谁提出', INITIATORS),
    disabled: flag('残疾学生'),
    outstanding: flag('各方面特别优秀且具备超前学习能力'),
    cannotFollow: flag('确因特殊情况无法跟班学习'),
    crossesStage: flag('跨学段'),
    sameSchool: flag('在本校内'),
    startsWithSchoolYear: optional(flag('学年开始时编入新年级')),
    papers: optional(
      choices('已交材料', {
        APPLICATION: '书面申请',
        FORM: '留级跳级申请表',
        SEALED_IMAGE: '学校签章的跳级申请影像件',
      }),
    ),
  }),
  /** How is a death entered? The day of the request is the day asked about. */
  death: question('死亡注销', { diedOn: day('死亡日期'), hasProof: flag('有死亡证明') }),
  /** What becomes of a student who is missing or in the hands of justice? */
  'missing-or-detained': question('失踪、羁押学生', {
    stage: choice('学段', STAGES),
    bornOn: day('出生日期'),
    situation: choice('情形', {
      MISSING: '失踪',
      DETAINED: '被刑事拘留或采取其他刑事强制措施',
      NON_CUSTODIAL: '免刑、缓刑、假释或判处非监禁刑',
      RELEASED: '已解除强制措施或收容教养期满',
    }),
    act: choice('拟办事项', { KEEP: '保留学籍', CANCEL: '注销学籍', RETURN: '回校就读' }),
  }),
  /** A student goes to school abroad. */
  abroad: question('出境就读', { stage: choice('学段', STAGES), hasPapers: flag('有有效证件') }),
  /** A student comes from abroad. */
  'return-from-abroad': question('境外归来入学', {
    stage: choice('学段', STAGES),
    hadNumber: flag('以前已有学籍号'),
    wants: choice('拟办事项', { RESUME: '接续原学籍', NEW: '新建学籍' }),
  }),
};
