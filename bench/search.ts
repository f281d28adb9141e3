/** 查找与名册: first pages at ten thousand and at a million students, through HTTP, in the scope of a school and a county. */
import { type Caller, type Running, runProduct } from '../tests/running.ts';
import { type Latencies, type Line, latencies, milliseconds, timed } from './measure.ts';

interface People {
  school: Caller;
  county: Caller;
}

interface Question {
  what: string;
  ask: (people: People, turn: number) => Promise<unknown>;
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

async function classGroups({ school }: People): Promise<unknown> {
  const { institution } = await school.get<{ institution: { id: string } }>('/api/session');
  return school.get(`/api/schools/${institution.id}/class-groups`);
}

const SMALL = 10_000;
const LARGE = 1_000_000;
const TURNS = 400;
/** Calls of each question before any is measured: the server has compiled its ways by then. */
const WARM_UP = 100;

/** Measures both sizes side by side and tells how each question has grown. */
export async function measureSearch(): Promise<Line[]> {
  const small = await opened(SMALL, 18_081);
  try {
    const large = await opened(LARGE, 18_082);
    try {
      // Signed in only now: making the large one takes longer than a session stays open without a call.
      const sizes = [await enter(small), await enter(large)];
      for (const { ask } of QUESTIONS) await latencies(WARM_UP, sizes.map(askBy(ask)));
      const lines: Line[] = [];
      for (const { what, ask } of QUESTIONS) {
        const [before, after] = (await latencies(TURNS, sizes.map(askBy(ask)))) as [Latencies, Latencies];
        lines.push({
          what: `${what}: 1,000,000 students, p50 / p95`,
          measured: words(after),
          ceiling: `${words(before)} at 10,000`,
          ratio: `${(after.p50 / before.p50).toFixed(2)} / ${(after.p95 / before.p95).toFixed(2)}`,
          aim: '≤ 1.5 (p95)',
        });
      }
      return lines;
    } finally {
      await large.close();
    }
  } finally {
    await small.close();
  }
}

const askBy = (ask: Question['ask']) => (people: People) => (turn: number) => ask(people, turn);

const words = ({ p50, p95 }: Latencies): string => `${milliseconds(p50)} / ${milliseconds(p95)}`;

async function opened(students: number, port: number): Promise<Running> {
  const { seconds, result: installation } = await timed(() => runProduct({ students, port }));
  console.error(`  ${students} students in ${seconds.toFixed(0)} s, ${Math.round(students / seconds)} a second`);
  return installation;
}

const enter = async (installation: Running): Promise<People> => ({
  school: await installation.signIn('muzhilu.jingban'),
  county: await installation.signIn('changge.jingban'),
});
