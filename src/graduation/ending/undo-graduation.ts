/** 撤销毕业: everybody whom a case sent off is where he or she was, as long as nobody has gone on from there. */
import { asAuditActor } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getClassGroup, setClassGroupEnd } from '../../authorities/index.ts';
import { type Case, updateCase } from '../../cases/index.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import type { OwnUndoing } from '../../reversals/index.ts';
import { enterInRoster, restoreRegistration } from '../../students/index.ts';
import { sayOutcomes } from '../graduation.ts';
import { clearOutcomes, type HandedIn, listEndedBy } from './ended-by.store.ts';
import { dataOf } from './graduation-case.ts';

const handedIn = (one: Case): HandedIn => {
  const { stage, year } = dataOf(one);
  return { caseId: one.id, schoolId: one.schoolId, stage, year };
};

/**
 * Registrations go on without a gap, each with its class group, which stands again; results stay as they were entered and
 * can be mended. It is too late as soon as one of them is registered elsewhere: what is to be put right then is one
 * student's and is settled there.
 */
export const graduationUndoing: OwnUndoing = {
  async many(tx, one: Case) {
    const { done } = dataOf(one);
    const ended = await listEndedBy(tx, handedIn(one));
    const gone = ended.filter(({ movedOn }) => movedOn);
    return {
      stands: done !== undefined && ended.length > 0,
      against:
        gone.length > 0
          ? `其中${gone.length}人此后已在别处建立学籍，不能整件撤销；个别学生有误的，由现就读学校按关键数据变更办理`
          : undefined,
      restores: done
        ? [
            `${sayOutcomes(done.outcomes)}的学籍恢复为在读，自${done.on}起连续，中间不断`,
            ...(done.closed.length > 0 ? [`随毕业撤销的${done.closed.length}个班恢复`] : []),
            '毕业成绩保留，更正后可以重新上报',
          ]
        : [],
    };
  },
  async undo({ tx, actor, services, target, reversalId, number }) {
    const data = dataOf(target);
    const on = dayOf(tx.now);
    // Class groups first: a seat comes back only where there is one to sit in.
    for (const id of data.done?.closed ?? []) {
      const group = await getClassGroup(tx, id);
      if (group.validTo !== null && group.validTo >= data.done!.on) await setClassGroupEnd(tx, id, null);
    }
    const ended = await listEndedBy(tx, handedIn(target));
    for (const { registration } of ended) {
      await restoreRegistration(
        tx,
        { begun: undefined, ended: registration, former: undefined },
        { caseId: reversalId, on },
      );
      await enterInRoster(tx, services, registration.student_id);
    }
    await clearOutcomes(
      tx,
      target.id,
      ended.map(({ registration }) => registration.student_id),
    );
    await updateCase(tx, target.id, { title: target.title, data: { ...data, undone: { on, number } } });
    await record(tx, asAuditActor(actor), {
      action: 'REVERSE_GRADUATION',
      subjectKind: 'INSTITUTION',
      subjectId: target.schoolId,
      path: target.path,
      detail: { case: number, of: target.number, students: ended.length },
    });
  },
};
