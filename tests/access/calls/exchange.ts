/** 样例调用: partner systems, where their changes are delivered, and the feed itself. */
import { type CallExamples, placeless, scoped } from '../call.ts';

export const EXCHANGE_CALLS: CallExamples = {
  'GET /api/exchange/systems': placeless(),
  'POST /api/exchange/systems': scoped(({ school }) => ({
    body: {
      name: '城市校园卡平台',
      recipient: '长葛市数据局',
      purpose: '校园卡随学籍开通和停用',
      basis: '长教函〔2026〕18号',
      scopeId: school.id,
      withNumbers: false,
      validTo: '2027-06-30',
    },
  })),
  'POST /api/exchange/systems/:id/decision': scoped(({ partnerSystemId }) => ({
    params: { id: partnerSystemId },
    body: { approve: true },
  })),
  'POST /api/exchange/systems/:id/key': scoped(({ partnerSystemId }) => ({ params: { id: partnerSystemId } })),
  'POST /api/exchange/systems/:id/revocation': scoped(({ partnerSystemId }) => ({
    params: { id: partnerSystemId },
    body: { reason: '平台停运' },
  })),
  'POST /api/exchange/systems/:id/webhooks': scoped(({ partnerSystemId }) => ({
    params: { id: partnerSystemId },
    body: { url: 'https://city.example/hooks', kinds: ['REGISTRATION_BEGUN'] },
  })),
  'POST /api/exchange/webhooks/:id/state': scoped(({ webhookId }) => ({
    params: { id: webhookId },
    body: { paused: true },
  })),
  'DELETE /api/exchange/webhooks/:id': scoped(({ spareWebhookId }) => ({ params: { id: spareWebhookId } })),
  'POST /api/exchange/webhooks/:id/tests': scoped(({ webhookId }) => ({ params: { id: webhookId } })),
  'GET /api/exchange/webhooks/:id/deliveries': scoped(({ webhookId }) => ({ params: { id: webhookId } })),
  'POST /api/exchange/webhooks/:id/deliveries/again': scoped(({ webhookId }) => ({
    params: { id: webhookId },
    body: {},
  })),
  'GET /api/events': placeless({ query: { after: '0' } }),
};
