/** 情景（建籍）: those that are proved by the running product, not by asking the law. */

/** By the number of the scenario within its capability: where it is proved. */
export const registration: Readonly<Record<string, string>> = {
  'R2.3':
    'no route takes a registration number: the system alone gives it (src/students/numbers/issue-formal-numbers.db.test.ts)',
  'R3.1':
    'school and authority each check every child of a batch, and findings are stored (src/admissions/registering/registering.routes.test.ts, races.routes.test.ts)',
};
