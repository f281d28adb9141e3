/** 班级建档: the school's registrar enters the class groups as they were made up; nobody else has to look first. */
import { allow, type Citation, rule } from '../../../../src/policy/index.ts';

/** Steps back where a text above asks for the authority's review. */
export const placementByRegistrar = (basis: Citation) =>
  rule('class-placement')({
    id: 'placement-by-registrar',
    title: '学籍管理员建立班级',
    basis,
    force: 'MUST',
    yields: true,
    parameters: {},
    decide: () => allow(),
    sentences: { COMPLIES: '由学校学籍管理员按实际分班建立班级，班级编码由系统生成' },
    examples: [{ name: 'a first grade', facts: { stage: 'PRIMARY', reviewed: false }, expect: 'COMPLIES' }],
  });
