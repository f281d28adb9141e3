/** 在籍证明的用语. */

/** Days that a proof may hold, and what is offered first; whoever needs longer asks for another. */
export const PROOF_DAYS = { least: 7, usual: 30, most: 180 } as const;

/** What a proof may tell beside name, school, stage, grade and state, with the words before it on the paper. */
export const PROOF_ITEMS = {
  gender: '性别',
  bornOn: '出生日期',
  classGroup: '班级',
  admittedIn: '入学年月',
  registrationNumber: '学籍号（脱敏）',
} as const;
export type ProofItem = keyof typeof PROOF_ITEMS;
