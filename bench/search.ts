/** 查找与名册: first pages at ten thousand and at a million students, through HTTP, in the scope of a school and a county. */
import { type Caller, type Running, runProduct } from '../tests/running.ts';
import { type Latencies, type Line, latencies, milliseconds, timed } from './measure.ts';

interface Question {
  what: string;
  ask: (people: { school: Caller; county: Caller }, turn: number) => Promise<unknown>;
}

const NAMES = ['王', '李伟', '张', '陈静', '刘洋', '杨', '赵敏', '黄', '周', '吴'];
const INITIALS = ['zw', 'lm', 'wj', 'lxy', 'cy', 'zh', 'ly', 'wxm'];

const QUESTIONS: readonly Question[] = [
  { what: 'list of a school', ask: ({ school }) => school.get('/api/students') },
  { what: 'list of a county', ask: ({ county }) => county.get('/api/students') },
  {
    what: 'name, county',
    ask: ({ county }, turn) => county.get(`/api/students?q=${encodeURIComponent(NAMES[turn % NAMES.length]!)}`),
  },
  {
    what: 'pinyin initials, county',
    ask: ({ county }, turn) => county.get(`/api/students?q=${INITIALS[turn % INITIALS.length]}`),
  },
  {
    what: 'last four of a number, county',
    ask: ({ county }, turn) => county.get(`/api/students?q=${1000 + (turn % 900)}`),
  },
  { what: 'workbench, county', ask: ({ county }) => county.get('/api/workbench') },
  { what: 'class groups of a school', ask: classGroups },
];

async function classGroups({ school }: { school: Caller }): Promise<unknown> {
  const { institution } = await school.get<{ institution: { id: string } }>('/api/session');
  return school.get(`/api/schools/${institution.id}/class-groups`);
}

const SMALL = 10_000;
const LARGE = 1_000_000;
const TURNS = 200;

/** Measures both sizes one after the other and tells how each question has grown. */
export async function measureSearch(): Promise<Line[]> {
  const small = await measureAt(SMALL, 18_081);
  const large = await measureAt(LARGE, 18_082);
  return QUESTIONS.map(({ what }, place) => {
    const [before, after] = [small[place]!, large[place]!];
    return {
      what: `${what}: 1,000,000 students, p50 / p95`,
      measured: words(after),
      ceiling: `${words(before)} at 10,000`,
      ratio: `${(after.p95 / before.p95).toFixed(2)} (p95)`,
      aim: '≤ 1.5',
    };
  });
}

const words = ({ p50, p95 }: Latencies): string => `${milliseconds(p50)} / ${milliseconds(p95)}`;

async function measureAt(students: number, port: number): Promise<Latencies[]> {
  const { seconds, result } = await timed(() => runProduct({ students, port }));
  console.error(`  ${students} students in ${seconds.toFixed(0)} s`);
  const installation: Running = result;
  try {
    const people = {
      school: await installation.signIn('muzhilu.jingban'),
      county: await installation.signIn('changge.jingban'),
    };
    const found: Latencies[] = [];
    for (const { ask } of QUESTIONS) found.push(await latencies(TURNS, (turn) => ask(people, turn)));
    return found;
  } finally {
    await installation.close();
  }
}
