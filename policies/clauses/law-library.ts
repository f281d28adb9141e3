/** 法规汇编: all texts, those that schools may adopt included, with what has become of each of their clauses. */
import { packs, schoolTexts, workflows } from '../index.ts';
import { lawBookOf } from './law-book.ts';

/** Nobody's school: the templates are read here, not applied. */
const NO_SCHOOL = { schoolCode: '0000000000', placeCode: '000000' };

const all = [...packs, ...Object.values(schoolTexts).map((text) => text(NO_SCHOOL))];

export const lawLibrary = { packs: all, workflows, clauses: lawBookOf(all, workflows) };
