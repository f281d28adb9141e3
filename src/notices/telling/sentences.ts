/** 通知用语: what a notice says: number and kind of the case, never a name or a number of a person. */
import type { CivilDate } from '../../kernel/civil-date.ts';

/** A case in words: 转学办件 ZX-2026-0917-K7Q2M. */
export const caseWords = (title: string, number: string): string => `${title}办件${number}`;

const dayWords = (day: CivilDate): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

export const SENTENCES = {
  arrived: (what: string, dueOn: CivilDate | null) =>
    dueOn ? `${what}已到本单位，请于${dayWords(dueOn)}前办理` : `${what}已到本单位，请办理`,
  returned: (what: string) => `${what}已退回，请按退回意见补正后再报`,
  sentBack: (what: string) => `${what}的经办意见被退回，请核对后重新提出`,
  decided: (what: string, state: string) => (state === '已办结' ? `${what}已办结` : `${what}已办结：${state}`),
  forced: (what: string, by: string) => `${what}逾期未办，已由${by}强制办理`,
  reminded: (what: string, by: string) => `${by}催办${what}，请尽快办理`,
  dueSoon: (what: string, dueOn: CivilDate) => `${what}将于${dayWords(dueOn)}到期，请及时办理`,
  overdue: (what: string, dueOn: CivilDate) => `${what}已过${dayWords(dueOn)}的期限，请立即办理，上级可依规强制办理`,
  escalated: (what: string, holder: string) => `${holder}办理的${what}已逾期，可以催办或依规强制办理`,
  fileOwed: (what: string, dueOn: CivilDate | null) =>
    dueOn ? `${what}的纸质档案须由本校转出，请于${dayWords(dueOn)}前办理` : `${what}的纸质档案须由本校转出，请办理`,
  fileLate: (what: string, dueOn: CivilDate) => `${what}的纸质档案已过${dayWords(dueOn)}的期限，请立即转出并写明原因`,
  paperWanting: (what: string) => `${what}有材料被退回，请按退回理由补交后再报`,
  probationEnding: (untilOn: CivilDate) =>
    `本校有学生的留校察看将于${dayWords(untilOn)}期满，请撤销处分或另作决定，见“奖惩资助”`,
  probationOver: (untilOn: CivilDate) =>
    `本校有学生的留校察看已于${dayWords(untilOn)}期满，还没有作出决定，请立即办理，见“奖惩资助”`,
  hardshipsDue: (students: number) => `本校有${students}名困难学生的认定在上学年以前，请核实，不再困难的取消认定`,
  makeUpsDue: (students: number, termWords: string) =>
    `${termWords}有${students}名学生的补考成绩还没有登记，请在“考核”中登记`,
  registrations: (change: string, what: string | undefined) =>
    what ? `本校有学生${change}，见${what}` : `本校有学生${change}，见学生名册`,
  guardian: (number: string) => `您孩子的学籍办件有新进展，请凭办件号${number}向学校或学籍主管部门查询。`,
} as const;
