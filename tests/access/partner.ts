/** 对接系统 of the matrix world: one that the county has approved, with two addresses. */
import type { Institution } from '../../src/authorities/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { TestApplication } from '../application.ts';
import { anAccount, writing } from '../builders.ts';

/** An address that nobody answers at: a network for documentation, refused before anything is sent. */
const NOBODY = 'https://hooks.invalid/xueji';

/** A partner system of the authority as two persons would have made it; with its addresses where they are allowed. */
export async function aPartnerSystem(app: TestApplication, authority: Institution, scope: Institution = authority) {
  const registrar = app.as(await anAccount(app, { at: authority, role: 'AUTHORITY_REGISTRAR' }));
  const leader = app.as(await anAccount(app, { at: authority, role: 'AUTHORITY_LEADER' }));
  const application = {
    name: '城市校园卡平台',
    recipient: '市数据局',
    purpose: '校园卡随学籍开通和停用',
    basis: '教函〔2026〕18号',
    scopeId: scope.id,
    withNumbers: false,
    validTo: '2027-06-30',
  };
  const { body } = await registrar.post<{ id: string }>('/api/exchange/systems', application);
  await leader.post(`/api/exchange/systems/${body.id}/decision`, { approve: true });
  const webhookIds: string[] = [];
  for (const kind of ['CASE_LAPSED', 'CASE_FORCED']) {
    const wish = { url: NOBODY, kinds: [kind] };
    webhookIds.push((await registrar.post<{ id: string }>(`/api/exchange/systems/${body.id}/webhooks`, wish)).body.id);
  }
  const [webhookId = '', spareWebhookId = ''] = webhookIds;
  return { partnerSystemId: body.id, webhookId, spareWebhookId };
}

/** A message that did not leave. */
export async function aFailedMessage(app: TestApplication, { path }: Institution): Promise<string> {
  const id = newId();
  await writing(app, async (tx) => {
    const when = { next_at: tx.now, made_at: tx.now };
    const row = { id, path, channel: 'SMS', source: id, student_id: newId(), guardian_ordinal: 0, state: 'FAILED' };
    await tx.sql
      .insertInto('messages')
      .values({ ...row, ...when, sentences: [], fault: '连不上短信网关' })
      .execute();
  });
  return id;
}
