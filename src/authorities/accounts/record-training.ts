/** 登记培训: five topics and a day; with it an account comes into use (先培训后上岗: SC-47.2, SX-42.4). */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { beginOfficeOf } from '../offices/office-of-account.ts';
import { changeAccount } from './account.store.ts';
import type { AccountState } from './account.ts';
import { getAccountToKeep } from './account-keeper.ts';
import { TRAINING_TOPICS, type TrainingTopic } from './training.api.ts';

export interface Training {
  trainedOn: CivilDate;
  topics: readonly TrainingTopic[];
  /** 培训单位; for the provinces' people the ministry's centre (MOE-N3.3). */
  trainer: string;
  /** 正式在编人员 (SX-42.3). */
  formalStaff: boolean;
}

/** Refuses LAW_REFUSES where a topic is missing; a later training of an account in use is kept beside its first day. */
export async function recordTraining(
  services: Services,
  actor: Actor,
  accountId: string,
  training: Training,
): Promise<{ state: AccountState }> {
  const { trainedOn, trainer, formalStaff } = training;
  return services.db.write(scopeOf(actor), async (tx) => {
    const { account } = await getAccountToKeep(tx, actor, accountId);
    if (account.state === 'CLOSED') throw refuse('BAD_INPUT', { what: '账号已停用，请另开账号' });
    if (trainedOn > dayOf(tx.now)) throw refuse('BAD_INPUT', { what: '培训日期在今天之后，请在培训结束后登记' });
    refuseMissingTopics(training.topics);
    const state = account.state === 'UNTRAINED' ? 'ACTIVE' : account.state;
    const note = `${trainer}；${formalStaff ? '正式人员' : '非正式人员'}`;
    await changeAccount(tx, account.id, { state, trained: { on: trainedOn, note } });
    await record(tx, asAuditActor(actor), {
      action: 'RECORD_TRAINING',
      subjectKind: 'ACCOUNT',
      subjectId: account.id,
      path: account.path,
      detail: { trainedOn, trainer, formalStaff, from: account.state, to: state },
    });
    if (account.state === 'UNTRAINED') await beginOfficeOf(tx, services, actor, account);
    return { state };
  });
}

function refuseMissingTopics(topics: readonly TrainingTopic[]): void {
  const missing = Object.entries(TRAINING_TOPICS).filter(([topic]) => !topics.includes(topic as TrainingTopic));
  if (missing.length === 0) return;
  const words = missing.map(([, label]) => label).join('、');
  throw refuse('LAW_REFUSES', { sentence: `先培训后上岗，培训须含五项内容，缺“${words}”，请补训后再登记` });
}
