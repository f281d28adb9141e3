/** 文书种类: every kind of paper that leaves the printer with a code, and what whoever holds one may be told of it. */

interface PaperKindText {
  words: string;
  /** What the public page says, in this order, by the word that stands before each. Nothing else is kept for it. */
  tells: Readonly<Record<string, string>>;
  /** Where such a paper is taken back; absent where its code is revoked by itself. */
  takenBack?: string;
}

/**
 * The declared minimum of each kind: enough to compare the paper with, and nothing that does not stand on it. A `name` is
 * masked when the paper is registered, whoever registers it.
 */
export const PAPER_KINDS = {
  REGISTRATION_CARD: {
    words: '学籍卡',
    tells: { name: '学生', school: '学校', grade: '年级班级', asOf: '截至' },
  },
  ROSTER: { words: '学生花名册', tells: { school: '学校', of: '范围', asOf: '截至', students: '人数' } },
  APPLICATION: { words: '申请表', tells: { caseNumber: '办件编号', matter: '事项', school: '申请单位' } },
  NOTICE: {
    words: '决定通知书',
    tells: {
      ...{ caseNumber: '办件编号', matter: '事项', school: '申请单位' },
      ...{ decidedBy: '决定机关', outcome: '决定', decidedOn: '决定日期' },
    },
  },
  FILE_RECEIPT: { words: '学籍档案转接单', tells: { from: '转出学校', to: '转入学校', outcome: '签收' } },
  PROOF_OF_REGISTRATION: {
    words: '在籍证明',
    tells: { name: '学生', school: '学校', stage: '学段', grade: '年级', state: '学籍状态' },
  },
  CERTIFICATE: {
    words: '学历证书',
    tells: {
      ...{ name: '学生', school: '学校', stage: '学段' },
      ...{ outcome: '结果', endedOn: '日期', serial: '证书编号' },
    },
    takenBack: '证书作废须收回纸面。请在“证书”页打开该批次，由编号单位或上级主管部门的负责人办理“收回”，核验码随之失效',
  },
  ACADEMIC_PROOF: {
    words: '学历证明',
    tells: {
      ...{ name: '学生', school: '学校', stage: '学段' },
      ...{ outcome: '结果', endedOn: '日期', serial: '证明编号' },
    },
  },
  FORM: { words: '表册', tells: { title: '名称', school: '单位', of: '范围', asOf: '截至' } },
} as const satisfies Record<string, PaperKindText>;

export type PaperKind = keyof typeof PAPER_KINDS;

/** What is to be told of a paper of the kind; an empty text is left out. */
export type Told<K extends PaperKind> = Record<keyof (typeof PAPER_KINDS)[K]['tells'], string>;

/** What the kind tells, each with the word before it, in the declared order; what was not declared is not told. */
export function tellOf(kind: PaperKind, told: Readonly<Record<string, unknown>>): { label: string; value: string }[] {
  return Object.entries<string>(PAPER_KINDS[kind].tells).flatMap(([fact, label]) => {
    const value = told[fact];
    return typeof value === 'string' && value !== '' ? [{ label, value }] : [];
  });
}

/** The sentence that says where a paper of the kind is taken back; undefined where its code is revoked by itself. */
export const takenBackAt = (kind: PaperKind): string | undefined => (PAPER_KINDS[kind] as PaperKindText).takenBack;

/** A kind of paper by its name in the register. */
export const isPaperKind = (kind: string): kind is PaperKind => Object.hasOwn(PAPER_KINDS, kind);
