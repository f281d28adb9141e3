/** 统一身份认证接口: out to the identity provider and back. Both answer with a redirect, whatever happens. */
import { z } from 'zod';
import { type Route, route, type Services } from '../../access/index.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import type { IdentityProvider, PendingSignIn } from './identity-provider.ts';
import { signInByProvider } from './sign-in-by-provider.ts';

const TAG = '登录';
const HELD_FOR_MS = 600_000;
/** Sealed values are bound to a table and a row; what the person carries to the provider belongs to neither. */
const SEALED_AS = ['sign_in_by_provider', 'pending'] as const;
/** An address of ours: one slash, then neither slash nor backslash, which browsers read as another host. */
const OWN_ADDRESS = /^\/(?![/\\])/;

interface Held extends PendingSignIn {
  to: string;
  until: number;
}

/** The routes to the identity provider; where the installation has none they say so. */
export function providerRoutes(services: Services, provider: IdentityProvider | undefined): Route[] {
  const { cipher, now } = services;
  const seal = (held: Held) => cipher.seal(...SEALED_AS, held).toString('base64url');
  const open = (sealed: string | undefined): Held => {
    const held = sealed && (openOrNothing(() => cipher.open(...SEALED_AS, Buffer.from(sealed, 'base64url'))) as Held);
    if (!held || held.until < now().getTime()) throw refuse('NOT_SIGNED_IN');
    return held;
  };

  return [
    route({
      method: 'GET',
      path: '/api/session/oidc',
      tag: TAG,
      title: '用统一身份认证登录',
      who: 'PUBLIC',
      query: z.object({ to: z.string().regex(OWN_ADDRESS).max(500).default('/') }),
      answer: 'REDIRECT',
      handle: ({ session, query: { to } }) =>
        redirecting(async () => {
          const { address, pending } = await known(provider).begin();
          session.hold(seal({ ...pending, to, until: now().getTime() + HELD_FOR_MS }));
          return address;
        }),
    }),
    route({
      method: 'GET',
      path: '/api/session/oidc/callback',
      tag: TAG,
      title: '从统一身份认证返回',
      who: 'PUBLIC',
      query: z.record(z.string(), z.string()),
      answer: 'REDIRECT',
      handle: ({ session, query, requestId }) =>
        redirecting(async () => {
          const { to, ...pending } = open(session.held);
          session.letGo();
          const proved = await known(provider).finish(query, pending);
          const { token } = await signInByProvider(services, proved, { device: session.device, requestId });
          session.start(token);
          return to;
        }),
    }),
  ];
}

function known(provider: IdentityProvider | undefined): IdentityProvider {
  if (!provider) throw refuse('NOT_AVAILABLE', { what: '统一身份认证' });
  return provider;
}

/** A refusal becomes the sign-in page with its code: a person sent here by another site must not see raw JSON. */
async function redirecting(work: () => Promise<string>): Promise<{ redirectTo: string }> {
  try {
    return { redirectTo: await work() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { redirectTo: `/sign-in?refused=${error.code}` };
  }
}

function openOrNothing(open: () => unknown): unknown {
  try {
    return open();
  } catch {
    return undefined;
  }
}
