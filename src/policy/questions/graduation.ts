/** 毕业之问: graduation in each stage, what else a stage may end with, certificates and what replaces them. */
import { STAGES } from './choices.ts';
import { choice, choices, day, flag, number, optional, question } from './fact.ts';

/** 义务教育学段. */
export const COMPULSORY_STAGES = { PRIMARY: STAGES.PRIMARY, JUNIOR: STAGES.JUNIOR } as const;

/** 学业水平考试: the lowest result of all subjects, resits counted; some places grade, others only pass. */
export const PROFICIENCY_RESULTS = {
  A: 'A等',
  B: 'B等',
  C: 'C等',
  BELOW: 'C等以下',
  PASSED: '合格（不分等级）',
  FAILED: '不合格',
} as const;
export type ProficiencyResult = keyof typeof PROFICIENCY_RESULTS;

/** 毕业证书上的签章. */
export const CERTIFICATE_MARKS = {
  PRINCIPAL: '校长签字',
  SCHOOL: '学校盖章',
  CITY: '市级教育行政部门鉴印',
  REGISTRY: '学籍管理专用章',
} as const;
export type CertificateMark = keyof typeof CERTIFICATE_MARKS;

/** 发证学校: a student in guest study has two schools. */
const ISSUERS = { REGISTERED: '学籍所在学校', GUEST: '借读学校' } as const;

/** 印制、编号、验印的机关或学校. */
export const CERTIFICATE_MAKERS = { SCHOOL: '学校', COUNTY: '县级教育行政部门', CITY: '市级教育行政部门' } as const;
export type CertificateMaker = keyof typeof CERTIFICATE_MAKERS;

const CERTIFICATES = { GRADUATION: '毕业证书', COMPLETION: '结业证书', PARTIAL: '肄业证书' } as const;

export const graduationQuestions = {
  /** Does a student of compulsory age graduate? */
  'compulsory-graduation': question('义务教育毕业', {
    stage: choice('学段', COMPULSORY_STAGES),
    finished: flag('修业期满'),
    qualityPassed: optional(flag('综合素质考核合格')),
    /** After the school's own resit. */
    failedSubjects: optional(number('补考后仍不及格的毕业考试科目', '门')),
    failedCore: optional(number('语文、数学、外语中不及格', '门')),
    failedSciences: optional(number('政治、物理、化学中不及格', '门')),
    /** Politics, physics and chemistry count here too, and so do history, geography and biology. */
    failedOthers: optional(number('语文、数学、外语以外不及格', '门')),
    moralPassed: optional(flag('思想品德评定及格')),
    /** A discipline of school level that is not revoked; the day asked about is the day of the matter. */
    schoolDiscipline: optional(flag('校级处分尚未撤销')),
    satExamination: optional(flag('参加了毕业考试')),
    reachedLevel: optional(flag('经考察达到初中毕业程度')),
  }),
  /** Does a senior student graduate? */
  'senior-graduation': question('普通高中毕业', {
    finished: flag('修业期满'),
    totalCredits: number('总学分', '分'),
    requiredCredits: number('必修学分', '分'),
    subjectElectives: number('学科选修模块学分', '分'),
    schoolElectives: number('学校自主开设选修模块学分', '分'),
    qualityPassed: flag('综合素质（基础素养）总评合格'),
    unrevokedDiscipline: flag('有重大错误或处分未撤销'),
    proficiency: choice('学业水平考试各科最低成绩（含补考）', PROFICIENCY_RESULTS),
    sportPassed: optional(flag('达到体育锻炼合格标准')),
    labourDone: optional(flag('参加了规定的劳动和社会实践')),
    cityApproved: flag('市级教育行政部门已核准'),
  }),
  /** Who does not graduate: which certificate is it? */
  'partial-study': question('结业、肄业', {
    stage: choice('学段', STAGES),
    certificate: choice('拟发证书', { COMPLETION: CERTIFICATES.COMPLETION, PARTIAL: CERTIFICATES.PARTIAL }),
    finished: flag('读满修业年限'),
    standardMet: flag('达到毕业标准'),
  }),
  /** Who makes the certificate of primary and junior graduates? */
  'compulsory-certificate': question('义务教育毕业证书', {
    stage: choice('学段', COMPULSORY_STAGES),
    issuedBy: choice('发证学校', ISSUERS),
    /** Absent while the certificate has no number, no stamp. */
    numberedBy: optional(choice('证书编号单位', CERTIFICATE_MAKERS)),
    stampedBy: optional(choice('验印单位', CERTIFICATE_MAKERS)),
    numberIsStudentNumber: optional(flag('证书编号与学号一致')),
  }),
  /** Is the certificate of a senior graduate made as it must be? */
  'senior-certificate': question('普通高中毕业证书', {
    issuedBy: choice('发证学校', ISSUERS),
    marks: choices('证书上已有的签章', CERTIFICATE_MARKS),
    numberedBy: optional(choice('证书编号单位', CERTIFICATE_MAKERS)),
    stampedOn: optional(day('验印日期')),
  }),
  /** How does whoever numbers certificates write their number? */
  'certificate-number-form': question('证书编号编排式', {
    stage: choice('学段', STAGES),
    certificate: choice('证书', CERTIFICATES),
  }),
  /** A certificate is lost or damaged: what is there for it? */
  'lost-certificate': question('毕业证书遗失、损坏', {
    stage: choice('学段', STAGES),
    asks: choice('申请', { REISSUE: '补发毕业证书', REPLACE: '换发损坏的毕业证书', PROOF: '学历证明' }),
    proofsIssued: number('已办学历证明', '次'),
  }),
};
