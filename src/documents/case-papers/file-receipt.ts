/** 档案转接回执: which papers of a student went from one school to the other, when, and who has them now. Pure. */
import type { HandOver } from '../../hand-over/index.ts';
import type { CasePaper } from './case-paper.ts';

type Received = NonNullable<HandOver['received']>;

/** The receipt as the receiving school seals it and the sending school files it; before receipt, the list that goes along. */
export function fileReceipt({
  title,
  reasonWords,
  number,
  fromName,
  toName,
  completedOn,
  dueOn,
  sent,
  received,
}: HandOver): CasePaper {
  const term = dueOn ? `，${dueOn}到期` : '';
  return {
    title: received ? '学籍档案转接回执' : '学籍档案转接单',
    facts: [
      [number ? `办件编号：${number}` : `转接事由：${reasonWords}`, `学籍转接：${completedOn}${term}`],
      [`转出学校：${fromName}`, `转入学校：${toName}`],
    ],
    fields: [
      ['办理事项', title],
      ['转出日期', sent ? `${sent.on}，经办人${sent.byName}` : '尚未转出'],
      ['转递方式', sent ? [sent.wayWords, sent.parcel].filter(Boolean).join('，') : ''],
      ['页数', sent ? `共${sent.pages}页` : ''],
      ...(sent && sent.keptWords.length > 0 ? [['转出学校留存', sent.keptWords.join('、')] as const] : []),
      ...(sent?.lateReason ? [['迟转原因', sent.lateReason] as const] : []),
      ['签收日期', received ? `${received.on}，签收人${received.byName}` : ''],
      ['签收情况', received ? (received.complete ? '与清单相符' : shortOf(received)) : ''],
    ],
    lists: [
      {
        title: '档案内容',
        columns: [
          { heading: '序号', width: 18, align: 'center' },
          { heading: '内容', width: 120, align: 'left' },
          { heading: '核对', width: 40, align: 'center' },
        ],
        rows: (sent?.partsWords ?? []).map((words, at) => [`${at + 1}`, words, checkedOf(words, received)]),
      },
    ],
    words: [],
    signers: ['转出经办人', '签收人'],
    seal: received ? toName : fromName,
  };
}

const shortOf = ({ missingWords, note, suppliedOn }: Received): string => {
  const missing = [...(missingWords.length > 0 ? [`缺${missingWords.join('、')}`] : []), ...(note ? [note] : [])].join(
    '；',
  );
  return `不齐：${missing}${suppliedOn ? `；${suppliedOn}补齐` : ''}`;
};

const checkedOf = (words: string, received: Received | null): string => {
  if (!received) return '';
  if (received.complete || received.suppliedOn) return '已收';
  return received.missingWords.length > 0 ? (received.missingWords.includes(words) ? '缺' : '已收') : '';
};
