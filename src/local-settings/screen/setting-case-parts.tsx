/** 地方设定办件: what a case of setting shows: the notice and what it sets. */
import type { ReactNode } from 'react';
import type { CaseContent, CasePaneProps } from '../../cases/pages/case/case-content-parts.tsx';
import { countsNothing } from '../../cases/pages/case/case-content-parts.tsx';
import { type AskedPaper, EvidencePane } from '../../evidence/screen/evidence-parts.tsx';
import { FieldGrid, type FieldRow } from '../../web/parts/fields/field-grid.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import type { SettingData } from '../local-setting.ts';
import { fileFieldWords } from '../settable/file-field-words.api.ts';
import { remedyWords } from '../windows/remedy-words.api.ts';
import { windowWords } from '../windows/window-words.api.ts';
import { useLocalSettings } from './setting-queries.tsx';

function NoticePane({ view, fill }: CasePaneProps): ReactNode {
  const { notice, from, to, items } = view.data as unknown as SettingData;
  const kinds = useLocalSettings('').data?.kinds ?? [];
  const titled = Object.fromEntries(kinds.map(({ code, words }) => [code, { workflows: [{ title: words }] }]));
  const rows: FieldRow[] = [
    { key: '依据文件', label: '依据文件', value: notice.title },
    { key: '文号', label: '文号', value: notice.number ?? '无' },
    ...(notice.address
      ? [
          {
            key: '网址',
            label: '网址',
            value: (
              <a href={notice.address} target="_blank" rel="noopener noreferrer">
                {notice.address}
              </a>
            ),
            wide: true,
          },
        ]
      : []),
    { key: '发布日期', label: '发布日期', value: notice.issuedOn },
    { key: '生效日期', label: '生效日期', value: from },
    { key: '失效日期', label: '失效日期', value: to ?? '长期' },
    ...items.flatMap((item) =>
      item.kind === 'TERM'
        ? [
            {
              key: `${item.schoolYear}-${item.term}`,
              label: `${item.schoolYear}学年第${item.term === 1 ? '一' : '二'}学期`,
              value: `${item.startsOn}至${item.endsOn}`,
            },
          ]
        : item.kind === 'NOTICE'
          ? [{ key: item.matter, label: '通知内容', value: item.says, wide: true }]
          : item.kind === 'FILE_FIELD'
            ? [
                {
                  ...{ key: item.title, label: `归档自设项“${item.title}”`, wide: true },
                  value: fileFieldWords(item),
                },
              ]
            : item.kind === 'REMEDY'
              ? [{ key: item.kind, label: '救济告知', value: remedyWords(item), wide: true }]
              : item.kind === 'FREEZE' || item.kind === 'OUTAGE'
                ? [
                    {
                      key: item.kind === 'FREEZE' ? item.title : item.firstOn,
                      label: item.kind === 'FREEZE' ? `停办期“${item.title}”` : '系统故障期',
                      value: windowWords(item, titled),
                      wide: true,
                    },
                  ]
                : [],
    ),
  ];
  return (
    <Card title="设定内容" fill={fill}>
      <FieldGrid rows={rows} />
    </Card>
  );
}

/** What a setting rests on: the notice itself, as it was issued. */
const NOTICE: readonly AskedPaper[] = [{ paper: 'NOTICE', what: '依据文件', by: '设定机关' }];

const PapersPane = (props: CasePaneProps): ReactNode => <EvidencePane {...props} papers={NOTICE} />;

export const LOCAL_SETTING_CONTENT: CaseContent = {
  panes: [
    { key: 'notice', words: '设定内容', Pane: NoticePane },
    { key: 'papers', words: '佐证材料', Pane: PapersPane },
  ],
  columns: '300px minmax(0, 1fr)',
  wide: '360px minmax(0, 1fr)',
  effect: ({ schoolName }) => ({ role: '生效', party: schoolName, facts: ['签署后自生效日起按此核对'] }),
  countOf: countsNothing,
};
