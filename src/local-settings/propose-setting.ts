/** 拟定地方设定: the authority's registrar draws up what its notice sets; the case waits for the leader's signature. */
import type { Actor, Services } from '../access/index.ts';
import { type CaseEngine, caseNumber } from '../cases/index.ts';
import type { Transaction } from '../db/transaction.ts';
import { type CivilDate, dayOf } from '../kernel/civil-date.ts';
import { refuse } from '../kernel/refusal.ts';
import { questions } from '../policy/index.ts';
import { listSetFrom } from './keeping/settings.store.ts';
import { nameOf, type SettingData, type SettingItem, type TermItem } from './local-setting.ts';
import type { Proposal } from './local-settings.api.ts';
import { LOCAL_SETTING } from './setting-case.ts';
import { readWindows } from './windows/read-windows.ts';

/**
 * Opens the case with its first half, the proposal. Refuses BAD_INPUT where the paper contradicts itself, CONFLICT where
 * the place has already set the same for that day or later.
 */
export async function proposeSetting(
  services: Pick<Services, 'newId' | 'randomBytes'>,
  engine: CaseEngine,
  stoppable: ReadonlySet<string>,
  tx: Transaction,
  actor: Actor,
  proposal: Proposal,
): Promise<string> {
  const today = dayOf(tx.now);
  const data = readProposal(proposal);
  readWindows(data.items, stoppable);
  const { institution } = actor;
  const [taken] = await listSetFrom(tx, institution.placeCode, data.items.map(nameOf), data.from);
  if (taken) {
    throw refuse('CONFLICT', { what: `同一事项已有自${taken.validFrom}起的设定，新的设定须自其后的日期生效` });
  }
  const id = services.newId();
  await engine.open(
    tx,
    actor,
    {
      id,
      subjectId: institution.id,
      subjectKind: 'INSTITUTION',
      number: caseNumber(services, 'SD', today),
      kind: LOCAL_SETTING,
      workflow: 'local-setting',
      title: data.notice.title,
      schoolId: institution.id,
      authorityId: institution.id,
      parties: { authority: institution.id },
      path: institution.path,
      counterpartPath: null,
      lawDay: data.from,
      data: { ...data },
      openedAt: tx.now,
    },
    { action: 'SET', opinion: proposal.reason },
  );
  return id;
}

/** The proposal, with its days in order and nothing set twice. */
function readProposal({ notice, from, to, items }: Proposal): SettingData {
  if (to !== undefined && to <= from) throw bad('失效日期须晚于生效日期');
  const read = items as SettingItem[];
  const names = read.map(nameOf);
  if (new Set(names).size < names.length) throw bad('同一事项只能设定一次，请删去重复的一行');
  for (const item of read)
    if (item.kind === 'NOTICE' && !(item.matter in questions)) throw bad('请从事项列表中选择通知所涉的事项');
  const terms = read.filter((item) => item.kind === 'TERM').toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  for (const [index, term] of terms.entries()) readTerm(term, terms[index - 1]);
  return {
    notice: { ...notice, issuedOn: notice.issuedOn as CivilDate },
    from: from as CivilDate,
    ...(to ? { to: to as CivilDate } : {}),
    items: read,
  };
}

function readTerm({ schoolYear, term, startsOn, endsOn }: TermItem, before: TermItem | undefined): void {
  const words = `${schoolYear}学年第${term === 1 ? '一' : '二'}学期`;
  if (endsOn <= startsOn) throw bad(`${words}的结束日期须晚于开学日期`);
  const year = schoolYear + term - 1;
  if (!startsOn.startsWith(`${year}-`)) throw bad(`${words}应在${year}年开学，请核对日期`);
  if (before && startsOn <= before.endsOn) throw bad(`${words}与前一学期的日期重叠`);
}

const bad = (what: string) => refuse('BAD_INPUT', { what });
