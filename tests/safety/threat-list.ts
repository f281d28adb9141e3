/** 威胁清单: reads docs/threats.yaml, which keeps to a small part of YAML; whatever else stands there is an error. */

export interface Proof {
  file: string;
  test: string;
}

export interface Threat {
  id: string;
  priority: string;
  threat: string;
  control: string;
  enforced: string[];
  default: string;
  tests: Proof[];
  later: string | undefined;
}

const KEYS = ['id', 'priority', 'threat', 'control', 'enforced', 'default', 'tests', 'later'];

/** The rows of the list. Throws with the number of the first line that cannot be read. */
export function readThreats(text: string): Threat[] {
  const threats: Threat[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (/: (?!')[^[]*: /.test(line) && !line.startsWith('#')) {
      throw new Error(`docs/threats.yaml:${index + 1} a value with a colon in it needs quotes`);
    }
    if (line.trim() === '' || line.startsWith('#')) continue;
    const fault = (why: string) => new Error(`docs/threats.yaml:${index + 1} ${why}`);
    const entry = /^(- | {2})([a-z]+):(?: (.+))?$/.exec(line);
    const proof = /^ {4}(- file| {2}test): (.+)$/.exec(line);
    if (entry) {
      const [, opening, key = '', value] = entry;
      if (!KEYS.includes(key)) throw fault(`there is no "${key}"`);
      if (opening === '- ') threats.push({ enforced: [], tests: [], later: undefined } as unknown as Threat);
      const threat = threats.at(-1);
      if (!threat) throw fault('a row begins with "- id:"');
      if (key === 'tests') continue;
      if (value === undefined) throw fault(`"${key}" is empty`);
      Object.assign(threat, { [key]: key === 'enforced' ? listOf(value) : plain(value) });
    } else if (proof) {
      const [, kind, value = ''] = proof;
      const threat = threats.at(-1)!;
      if (kind === '- file') threat.tests.push({ file: value, test: '' });
      else threat.tests.at(-1)!.test = plain(value);
    } else throw fault('this line fits nothing');
  }
  return threats;
}

/** A value without the quotes it needs where it holds a colon. */
const plain = (value: string): string => (/^'.*'$/.test(value) ? value.slice(1, -1).replaceAll("''", "'") : value);

const listOf = (value: string): string[] =>
  value
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
