/** 查重结论: what the duplicate check found, as findings on the record. */
import type { DuplicateResult } from '../../students/index.ts';
import type { EntrantFinding } from '../entrants/entrant.ts';

/**
 * An identical number is a refusal that names the way out; everything else is for a person to look at. `own` says whether
 * the number is held by this school itself: then the child is only put forward twice.
 */
export function duplicateFindings({ exact, suspicions }: DuplicateResult, own: boolean): EntrantFinding[] {
  const findings = exact
    ? [exact.left ? heldByOneWhoLeft(exact.placeName, own) : heldNumber(exact.placeName, own)]
    : [];
  for (const { reasons, score, schoolName, studentId } of suspicions.slice(0, 3)) {
    const because = reasons.filter(({ weight }) => weight > 0).map(({ sentence }) => sentence);
    findings.push({
      field: 'name',
      severity: 'amber',
      code: 'SUSPECTED_DUPLICATE',
      cause: '疑似已有学籍',
      sentence: `与${schoolName ?? '他校'}一名学生疑为同一人（${score}分）：${because.join('，')}。`,
      remedy: '打开比对，确非同一人的予以确认',
      studentId,
    });
  }
  return findings;
}

function heldNumber(placeName: string | undefined, own: boolean): EntrantFinding {
  const registered = placeName !== undefined;
  const number = { field: 'identityNumber', severity: 'red' } as const;
  if (own) {
    return {
      ...number,
      code: registered ? 'IDENTITY_REGISTERED_HERE' : 'IDENTITY_CLAIMED_HERE',
      cause: registered ? '此人在本校已有学籍' : '此人本校已提交注册',
      sentence: registered ? '此证件号在本校已有学籍。' : '此证件号本校已提交，正在办理注册。',
      remedy: '不必重复登记，暂不导入此行；号码有误的，对照户口簿改',
    };
  }
  return {
    ...number,
    code: registered ? 'IDENTITY_REGISTERED' : 'IDENTITY_CLAIMED',
    cause: registered ? '身份证件号已有学籍' : '身份证件号正在办理注册',
    sentence: registered ? `此证件号在${placeName}已有学籍，一人只能有一个学籍。` : '此证件号正由另一所学校办理注册。',
    remedy: registered ? '不再新建学籍，应办转学' : '与家长核实就读学校；确在本校的，请对方学校先撤回',
  };
}

/** Who has left keeps record and number for life: the way back is the old record, never a second one (MOE-6.2). */
const heldByOneWhoLeft = (placeName: string | undefined, own: boolean): EntrantFinding => ({
  field: 'identityNumber',
  severity: 'red',
  code: 'IDENTITY_LEFT',
  cause: '此人原有学籍，现已离校',
  sentence: `此证件号${own ? '在本校' : `在${placeName ?? '他处'}`}原有学籍，现已离校，不得另建学籍。`,
  remedy: '不再新建学籍：升学的列入录取名册后接续学籍，其他在“学籍异动”中办理归来接续，沿用原档案和学籍号',
});

/** The finding on every row of a file whose number stands in it more than once. */
export const repeatedNumber = (times: number): EntrantFinding => ({
  field: 'identityNumber',
  severity: 'red',
  code: 'IDENTITY_REPEATED',
  cause: '身份证件号在本表重复',
  sentence: `本表有${times}行填了同一证件号。`,
  remedy: '对照户口簿改正，或只保留一行',
});

/** The finding on rows that look like one child under two numbers. */
export const repeatedPerson = (): EntrantFinding => ({
  field: 'name',
  severity: 'amber',
  code: 'PERSON_REPEATED',
  cause: '本表疑有同一人',
  sentence: '本表另有姓名、性别、出生日期都相同的一行。',
  remedy: '核对是否同一人，确非同一人的予以确认',
});
