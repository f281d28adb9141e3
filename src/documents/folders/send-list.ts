/** 档案转出清单: what left a school on a day, one sheet for each receiving school, to be signed there. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { type HandOverRow, listSentOn, WAYS } from '../../hand-over/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { CasePaper } from '../case-papers/case-paper.ts';
import { type PrintMark, writtenDate } from '../print-mark.ts';
import { styleAt } from '../styles/style-at.ts';

/** Leaves a PRINT_SEND_LIST row. Refuses NOT_FOUND where nothing left that day. */
export function issueSendList(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  on: CivilDate,
): Promise<{ papers: CasePaper[]; mark: PrintMark }> {
  return db.write(scopeOf(actor), async (tx) => {
    const rows = await listSentOn(tx, actor.institution.path, on);
    if (rows.length === 0) throw refuse('NOT_FOUND', { what: `${on}转出的档案` });
    await record(tx, asAuditActor(actor), {
      action: 'PRINT_SEND_LIST',
      subjectKind: 'INSTITUTION',
      subjectId: actor.institution.id,
      path: actor.institution.path,
      detail: { on, files: rows.length },
    });
    const bySchool = Map.groupBy(rows, ({ toSchoolId }) => toSchoolId);
    return {
      papers: [...bySchool.values()].map((files) => sendList(files, on)),
      mark: {
        ...{ place: actor.institution.name, person: actor.personName, printedAt: tx.now },
        style: await styleAt(tx, 'send-list', actor.institution.placeCode),
      },
    };
  });
}

/** The sheet for one receiving school. */
export function sendList(files: readonly HandOverRow[], on: CivilDate): CasePaper {
  const [first] = files;
  if (!first) throw new RangeError('a list names at least one file');
  return {
    title: '学籍档案转出清单',
    facts: [
      [`转出学校：${first.fromName}`, `转入学校：${first.toName}`],
      [`转出日期：${writtenDate(on)}`, `共${files.length}份`],
    ],
    fields: [],
    lists: [
      {
        title: '档案',
        columns: [
          { heading: '序号', width: 12, align: 'center' },
          { heading: '学生与去向', width: 74, align: 'left' },
          { heading: '页数', width: 14, align: 'center' },
          { heading: '转递方式', width: 50, align: 'left' },
          { heading: '核对', width: 28, align: 'center' },
        ],
        rows: files.map(({ title, sent }, at) => [
          `${at + 1}`,
          title,
          `${sent?.pages ?? ''}`,
          sent ? [WAYS[sent.way], sent.parcel].filter(Boolean).join('，') : '',
          '',
        ]),
      },
    ],
    words: [],
    signers: ['转出经办人', '签收人'],
    seal: first.fromName,
  };
}
