/** 统一身份认证: OpenID Connect with the authority's own provider: code flow, PKCE, state and nonce. */
import * as oidc from 'openid-client';
import { refuse } from '../../kernel/refusal.ts';

export interface IdentityProviderOptions {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where the provider sends the person back to; it must be registered there. */
  callback: string;
  randomBytes: (size: number) => Buffer;
}

/** What must be known again when the person comes back; it travels sealed with the person. */
export interface PendingSignIn {
  state: string;
  nonce: string;
  verifier: string;
}

export interface ProvedPerson {
  /** The provider's name for the person (`sub`). */
  subject: string;
  /** The provider itself asked for more than one factor (RFC 8176: `mfa`). */
  secondFactor: boolean;
}

export interface IdentityProvider {
  /** The address to send the person to. Refuses NOT_AVAILABLE where the provider does not answer. */
  begin(): Promise<{ address: string; pending: PendingSignIn }>;
  /** Who came back with these parameters. Refuses NOT_SIGNED_IN where they do not belong to what was begun. */
  finish(parameters: Record<string, string>, pending: PendingSignIn): Promise<ProvedPerson>;
}

/** The provider of the settings; what it publishes of itself is read at the first login and kept. */
export function makeIdentityProvider(options: IdentityProviderOptions): IdentityProvider {
  const { callback, randomBytes } = options;
  let known: oidc.Configuration | undefined;
  const configuration = async () => {
    known ??= await discover(options);
    return known;
  };
  const random = () => randomBytes(32).toString('base64url');

  return {
    async begin() {
      const pending = { state: random(), nonce: random(), verifier: random() };
      const address = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: 'openid',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, pending };
    },
    async finish(parameters, { state, nonce, verifier }) {
      const address = new URL(`${callback}?${new URLSearchParams(parameters)}`);
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      const tokens = await oidc.authorizationCodeGrant(await configuration(), address, checks).catch(() => {
        // What is wrong with the answer is the provider's business or an attack; the person can only begin again.
        throw refuse('NOT_SIGNED_IN');
      });
      const claims = tokens.claims();
      if (!claims) throw refuse('NOT_SIGNED_IN');
      const methods = claims['amr'];
      return { subject: claims.sub, secondFactor: Array.isArray(methods) && methods.includes('mfa') };
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: IdentityProviderOptions): Promise<oidc.Configuration> {
  // A provider inside the authority's own network may speak plain http; the settings say so by its address.
  const insecure = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
  // Without this the signature of what comes straight from the provider is not looked at: TLS is believed instead.
  const execute = [...insecure, oidc.enableNonRepudiationChecks];
  return oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: 10 }).catch(() => {
    throw refuse('NOT_AVAILABLE', { what: '统一身份认证' });
  });
}
