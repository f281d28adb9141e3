/** 撤销处分: after progress; the papers leave the student's file and stay with the school that gave it (SC-38.6, SC-38.7). */
import { type AnyChangeKind, asked, changeKind, LEFT } from '../../changes/index.ts';
import { refuse } from '../../kernel/refusal.ts';
import { conductQuestions, DISCIPLINES } from '../../policy/questions/conduct.ts';
import { text } from '../../policy/questions/fact.ts';
import { type GivenDiscipline, listDisciplinesOf, revokeDiscipline } from './discipline.store.ts';
import { schoolUnlessNamed } from './school-alone.ts';

const { facts } = conductQuestions['discipline-revocation'];

export const disciplineRevocation: AnyChangeKind = changeKind({
  kind: 'DISCIPLINE_REVOCATION',
  tables: 'discipline-revocation',
  title: '撤销处分',
  prefix: 'CX',
  purpose: '受处分学生认识错误、有明显进步，撤销处分，材料从学生档案中撤出、由学校留存',
  form: {
    kind: facts.kind,
    progress: facts.progress,
    shown: asked(text('认识和表现'), { hint: '写明处分后的表现，由班主任和有关教师评议' }),
  },
  unfit: ({ state }) => (state === LEFT ? '此学生已离校，处分材料由学校留存' : undefined),
  /** 现有处分: what the student stands under. */
  gather: (tx, { standing }): Promise<GivenDiscipline[]> =>
    tx.beyondScope(() => listDisciplinesOf(tx, [standing.studentId])),
  contradiction: ({ form: { kind }, known }) => {
    if (known.length === 0) return '此学生没有未撤销的处分';
    const standing = known.map((one) => DISCIPLINES[one.kind]).join('、');
    return standingOf(known, kind)
      ? undefined
      : `此学生没有未撤销的${DISCIPLINES[kind]}处分，现有${standing}，请重新选择`;
  },
  ask: (law, where, { form: { kind, progress }, standing: { stage }, known, day }) =>
    law.ask('discipline-revocation', where, {
      ...{ stage, kind, progress: progress ?? false, givenOn: standingOf(known, kind)?.givenOn ?? day },
    }),
  /** Where no text of the place speaks of it the same holds: there is nothing to revoke for. */
  barred: ({ form: { progress } }, { verdict }) =>
    verdict === 'ALLOW' && !progress ? '尚无明显进步的不办撤销，继续教育、有进步后再办' : undefined,
  way: schoolUnlessNamed('discipline-revocation'),
  before: ({ form: { kind }, known }) => {
    const one = standingOf(known, kind);
    return one ? [{ label: '原处分', words: `${DISCIPLINES[one.kind]}，${one.givenOn}` }] : [];
  },
  complete: async ({ tx, caseId, on, form: { kind }, known }) => {
    const one = standingOf(known, kind);
    if (!one || !(await revokeDiscipline(tx, one, { by: caseId, on }))) {
      throw refuse('CONFLICT', { what: '此处分已经撤销，请撤回此件' });
    }
  },
  after: { role: '处分撤销', fact: '处分和撤销材料由学校留存，不再出现在学生档案中' },
});

const standingOf = (known: readonly GivenDiscipline[], kind: string) => known.find((one) => one.kind === kind);
