/** 办件文书: the application form and the notice of decision of a case of any kind, as what a sheet shows. Pure. */
import type { CaseApplication, CaseView } from '../../cases/index.ts';
import { type CivilDate, civilDate, dayOf } from '../../kernel/civil-date.ts';
import { writtenDate } from '../print-mark.ts';

/** A sheet as the template reads it. */
export interface CasePaper {
  title: string;
  /** 附件7 of the text that names the form; empty where none does. */
  annex?: string;
  /** Lines under the title, each with what stands left and right. */
  facts: [string, string][];
  fields: (readonly [string, string])[];
  lists: {
    title: string;
    columns: { heading: string; width: number; align: string }[];
    rows: readonly (readonly string[])[];
  }[];
  /** Headed paragraphs after the lists. */
  words: { heading: string; lines: string[] }[];
  signers: readonly string[];
  /** Who puts the seal on it. */
  seal: string;
}

/** A paper that was handed in, as the form names it. */
export interface Enclosed {
  what: string;
  pages: number;
}

/** 申请表, as the case now stands; `form` is what the text of the place calls it. */
export function applicationForm(
  view: CaseView,
  { fields, lists = [], signers }: CaseApplication,
  enclosed: readonly Enclosed[],
  form?: { title: string; annex: string },
): CasePaper {
  return {
    ...{ title: form?.title ?? `${view.kindTitle}申请表`, annex: form?.annex ?? '' },
    facts: headOf(view),
    fields: [['申请事项', view.title], ...fields],
    lists: lists.map(({ title, columns, rows }) => ({
      title,
      columns: columns.map((column) => ({ align: 'center', ...column })),
      rows,
    })),
    words: [
      {
        heading: '所附材料',
        lines: enclosed.length > 0 ? enclosed.map(({ what, pages }, at) => `${at + 1}. ${what}（${pages}页）`) : ['无'],
      },
    ],
    signers,
    seal: view.schoolName,
  };
}

/** Who decided, and who stands above. */
export interface Decider {
  name: string;
  /** Is it a 教育行政部门, whose refusal can be taken to review and to court? */
  isAuthority: boolean;
  superior: string | undefined;
  /** What the decider's place makes known of review and suit, and the paper that says so. */
  remedy: { words: string; notice: string } | undefined;
}

/** 决定通知书 of an ended case. */
export function noticeOfDecision(view: CaseView, decider: Decider): CasePaper {
  const last = view.events.at(-1)!;
  // Whoever proposed gave a reason, whoever signed may have added one.
  const deciding = view.events.slice(-2).filter(({ institutionName }) => institutionName === last.institutionName);
  const opinion = [...new Set(deciding.map((event) => event.opinion).filter(Boolean))].join('；');
  return {
    title: '办理决定通知书',
    facts: headOf(view),
    fields: [
      ['办理事项', `${view.kindTitle}：${view.title}`],
      ['决定', view.stateWords],
      ['决定机关', decider.name],
      ['决定日期', writtenDate(dayOf(new Date(last.at)))],
      ...(opinion ? [['意见或理由', opinion] as const] : []),
    ],
    lists: [
      {
        title: '各方办理',
        columns: [
          { heading: '环节', width: 46, align: 'left' },
          { heading: '单位', width: 72, align: 'left' },
          { heading: '结果', width: 32, align: 'center' },
          { heading: '日期', width: 28, align: 'center' },
        ],
        rows: view.track
          .filter(({ status }) => status === 'DONE')
          .map(({ role, institutionName, verdict, doneOn }) => [role, institutionName, verdict ?? '', doneOn ?? '']),
      },
    ],
    words: [
      { heading: '法规依据', lines: basisOf(view) },
      ...adviceOn(view),
      { heading: '异议', lines: remediesOf(view, decider) },
    ],
    signers: [],
    seal: decider.name,
  };
}

function headOf(view: CaseView): [string, string][] {
  return [
    [`办件编号：${view.number}`, `申请日期：${writtenDate(dayOf(new Date(view.openedAt)))}`],
    [`申请单位：${view.schoolName}`, `适用${writtenDate(civilDate(view.lawDay) as CivilDate)}有效的法规`],
  ];
}

/** What weighs comes first: a refusal's grounds, or what was left to judgement; each with its article. */
function basisOf({ findings, tone }: CaseView): string[] {
  const weighing = findings.filter(({ verdict }) => verdict !== 'ALLOW');
  const told = tone === 'REFUSED' && weighing.length > 0 ? weighing : findings;
  if (told.length === 0) return ['本件没有须逐条核对的规定'];
  return told.map(({ sentence, chip, instrument, count }, at) => {
    const many = count > 1 ? `（${count}人）` : '';
    return `${at + 1}. ${sentence}${many}。依据：${[chip, instrument].filter(Boolean).join('，')}`;
  });
}

/** 可以怎样办: what cures each thing that weighed against the family; nothing where all was granted. */
function adviceOn({ findings, tone }: CaseView): CasePaper['words'] {
  const advice = findings.flatMap(({ verdict, remedy }) => (verdict !== 'ALLOW' && remedy ? [remedy] : []));
  if (tone !== 'REFUSED' || advice.length === 0) return [];
  return [{ heading: '可以怎样办', lines: [...new Set(advice)].map((words, at) => `${at + 1}. ${words}`) }];
}

/** 救济告知: how the family can object; terms of review and suit are those that the place makes known, and none of ours. */
function remediesOf({ tone }: CaseView, { name, isAuthority, superior, remedy }: Decider): string[] {
  const above = superior ? `，或向其上级主管部门${superior}反映` : '';
  const lines = [`对本决定有异议的，可以持本通知书请${name}核查${above}。`];
  if (tone === 'REFUSED' && isAuthority) {
    lines.push(
      remedy
        ? `不服本决定的，可以自知道本决定之日起${remedy.words}。依据：${remedy.notice}。`
        : '不服本决定申请行政复议、提起行政诉讼的途径和期限，按当地告知。',
    );
  }
  return lines;
}
