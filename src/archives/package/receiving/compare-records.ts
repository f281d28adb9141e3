/** 与本校记录核对: what the package says of the student beside what stands here, item by item. Pure. */

/** What is compared, in the words of the form. */
const ITEMS = {
  name: '姓名',
  gender: '性别',
  bornOn: '出生日期',
  identityType: '证件类型',
  identityNumber: '证件号码',
  registrationNumber: '学籍号',
  ethnicGroup: '民族',
} as const;

export interface ComparedItem {
  label: string;
  same: boolean;
}

/** Items that both have; what only one of them has differs too. */
export function compareWithPackage(here: object, there: object): ComparedItem[] {
  const of = (record: object, key: string) => (record as Record<string, unknown>)[key] ?? null;
  return Object.entries(ITEMS).flatMap(([key, label]) => {
    const [ours, theirs] = [of(here, key), of(there, key)];
    return ours === null && theirs === null ? [] : [{ label, same: ours === theirs }];
  });
}
