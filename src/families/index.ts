/** 家长端的门: a guardian's way in by a link of the school, and what can be seen and done from there. */

export { type Families, familiesOf } from './families.routes.ts';
export { formsSigned } from './form/forms-signed.ts';
