/** 监管: scenarios that are told by the product's own tests, because storage and not law decides them. */
export const oversight: Readonly<Record<string, string>> = {
  'F5.1': 'src/students/changes/update-items.db.test.ts: the trail keeps before and after, with person and time',
  'F5.2': 'src/audit/tampering.db.test.ts: the trail takes no change and no deletion, and shows what was tampered with',
};
