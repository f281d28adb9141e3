/** 推送地址核查: nobody makes this installation call into its own network, by whatever name an address goes. */
import { lookup as resolve } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/** Everything that is not the public internet (RFC 6890 and its kin). */
const NOT_PUBLIC = blockListOf([
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
  ...['::/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
  ...['fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
]);

export interface AddressRules {
  /** May this address be called? */
  admits(address: string): boolean;
  /** What is wrong with a URL before anything is looked up; undefined where nothing is. */
  faultOf(url: string): string | undefined;
  /** Looks a name up as the connection itself does, so that no second look-up can give another answer. */
  lookup: typeof resolve;
}

/** Rules of an installation; `allowed` are the networks of its own that it may deliver to, such as 10.20.0.0/16. */
export function addressRules(allowed: readonly string[]): AddressRules {
  const own = blockListOf(allowed);
  const isOwn = (address: string) => own.check(address, familyOf(address));
  const admits = (address: string) => isOwn(address) || !NOT_PUBLIC.check(address, familyOf(address));
  const guarded = (hostname: string, options: object, callback: (...answer: unknown[]) => void) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error);
      // One bad answer among good ones is enough: which of them would be used is not ours to guess.
      if (addresses.length === 0 || addresses.some(({ address }) => !admits(address))) {
        return callback(new AddressRefused());
      }
      if ('all' in options && options.all) return callback(null, addresses);
      return callback(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
  return {
    admits,
    lookup: guarded as unknown as typeof resolve,
    faultOf: (text) => {
      const url = URL.canParse(text) ? new URL(text) : undefined;
      if (!url || !/^https?:$/.test(url.protocol)) return '须是以https://开头的完整网址';
      if (url.username || url.password) return '网址中不得写用户名和密码，接收方凭签名核验';
      const host = url.hostname.replace(/^\[|\]$/g, '');
      const isLiteral = isIP(host) !== 0;
      if (url.protocol === 'http:' && !(isLiteral && isOwn(host))) return '须用https，明文地址会泄露内容';
      if ((isLiteral && !admits(host)) || /(^|\.)(localhost|local|internal)\.?$/i.test(host)) {
        return '是内部网络的地址，不能推送；确需推送到本单位网段的，请系统管理员在运行参数中放行';
      }
      return undefined;
    },
  };
}

/** A name that leads into a network that may not be called. */
export class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED';
  constructor() {
    super('the name leads into a network that may not be called');
  }
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

function blockListOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    list.addSubnet(address, Number(bits), familyOf(address));
  }
  return list;
}
