/** 演示停办期: the windows that each province of the demonstration sets every year, with the case that set them. */
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { idOf } from '../chance.ts';
import type { PlannedInstitution } from '../region/directory.ts';
import { planPair } from '../region/posts.ts';

/** In the summer children go up a grade: nobody begins a transfer; at the end of the year key data stand still for a week. */
const WINDOWS = [
  {
    ...{ kind: 'FREEZE', title: '毕业升级', firstDay: '07-15', lastDay: '08-14', cases: ['TRANSFER'] },
    ...{ stops: 'OPENING', clockStands: false, offline: false, why: '毕业、升级和新学年建班期间不发起新的转学' },
  },
  {
    ...{ kind: 'FREEZE', title: '年终数据核对', firstDay: '12-25', lastDay: '12-31', cases: ['KEY_DATA_CHANGE'] },
    ...{ stops: 'OPENING', clockStands: false, offline: true, why: '年终核对期间关键数据不变' },
  },
];
const NOTICE = { title: '关于学籍业务年度停办安排的通知（演示）', issuedOn: '2026-06-01' };
const SINCE = '2026-06-01';
const SIGNED_AT = Date.parse('2026-06-01T02:00:00Z');

/** Writes them for these provinces; nothing that is in force keeps anybody from trying the demonstration out today. */
export async function insertYearlyWindows(
  tx: Transaction,
  seed: string,
  provinces: readonly PlannedInstitution[],
): Promise<void> {
  for (const province of provinces) {
    const { registrar, leader } = planPair(seed, province);
    const caseId = idOf(`yearly-windows/${province.placeCode}`, SIGNED_AT);
    const today = dayOf(tx.now);
    await tx.sql
      .insertInto('cases')
      .values({
        ...{ id: caseId, subject_id: province.id, subject_kind: 'INSTITUTION', kind: 'LOCAL_SETTING' },
        ...{ number: `SD-${province.placeCode}-TBQ`, workflow: 'local-setting', title: NOTICE.title },
        ...{ school_id: province.id, authority_id: province.id, path: province.path, law_day: SINCE },
        parties: JSON.stringify({ authority: province.id }),
        data: JSON.stringify({ notice: NOTICE, from: SINCE, items: WINDOWS }),
        ...{ opened_by: registrar.id, opened_at: tx.now },
      })
      .execute();
    const event = {
      ...{ case_id: caseId, path: province.path, action: 'SET', from_state: 'DRAWN_UP', started_on: today, at: tx.now },
      ...{ institution_id: province.id, institution_name: province.name },
    };
    await tx.sql
      .insertInto('case_events')
      .values([
        {
          ...{ ...event, seq: 1, step: 'PROPOSED', to_state: 'DRAWN_UP', pending_action: 'SET' },
          ...{ holder_id: province.id, holder_role: leader.role },
          ...{ account_id: registrar.id, person_name: registrar.personName },
        },
        {
          ...{ ...event, seq: 2, step: 'SIGNED', to_state: 'COMPLETED', pending_action: null },
          ...{ holder_id: null, holder_role: null, account_id: leader.id, person_name: leader.personName },
        },
      ])
      .execute();
    await tx.sql
      .insertInto('local_settings')
      .values(
        WINDOWS.map((item) => ({
          ...{ place_code: province.placeCode, name: `freeze-${item.title}`, valid_from: SINCE },
          ...{ value: JSON.stringify(item), notice: JSON.stringify(NOTICE), case_id: caseId },
          ...{ set_by: leader.id, set_at: tx.now },
        })),
      )
      .execute();
  }
}
