/** 样板间 改工作簿: lines of a sheet, three of them wrong or to be looked at, mended in place. */
import { type ReactNode, useState } from 'react';
import { Page, PageHead } from '../frame/page.tsx';
import { isSound, type WorkbookLine } from '../parts/workbook/lines.ts';
import { MendWorkbook } from '../parts/workbook/mend-workbook.tsx';

const COLUMNS = [
  { key: 'code', heading: '代码', required: true, choices: [], hint: '10位数字' },
  { key: 'name', heading: '名称', required: true, choices: [] },
  { key: 'kind', heading: '类别', required: true, choices: ['甲类', '乙类'] },
  { key: 'note', heading: '备注', choices: [] },
];
const SHOWN = { code: 140, name: undefined, kind: 100 };
const TOO_SHORT = { column: 'code', sentence: '代码应为10位', remedy: '对照批文改', chip: '国家·第三条' };
const NO_KIND = { column: 'kind', sentence: '没有此类别', remedy: '从清单中选择' };
const TO_SEE = { column: 'note', verdict: 'DISCRETIONARY', sentence: '备注与名称重复', remedy: '核对后可不改' };

const LINES: WorkbookLine[] = [
  { row: 2, values: { code: '2141000001', name: '一处', kind: '甲类' }, findings: [] },
  { row: 3, values: { code: '21410', name: '二处', kind: '丙类' }, findings: [TOO_SHORT, NO_KIND] },
  { row: 4, values: { code: '2141000003', name: '三处', kind: '乙类', note: '三处' }, findings: [TO_SEE] },
  { row: 5, values: { code: '2141000004', name: '四处', kind: '乙类' }, findings: [] },
];

/** A line that has been touched counts as mended: nobody checks anything here. */
export function WorkbookView(): ReactNode {
  const [lines, setLines] = useState<readonly WorkbookLine[]>(LINES);
  const check = async (changed: readonly WorkbookLine[]) => {
    const touched = (line: WorkbookLine) => !LINES.some(({ values }) => values === line.values);
    setLines(changed.map((line) => (touched(line) ? { ...line, findings: [] } : line)));
  };
  return (
    <Page fill>
      <PageHead title="改工作簿" facts={`${lines.length}行，${lines.filter(isSound).length}行无误`} />
      <MendWorkbook
        label="名录"
        columns={COLUMNS}
        lines={lines}
        unknownHeadings={['旧代码']}
        shown={SHOWN}
        named="name"
        words={{ take: '导入', act: (count) => `导入${count}处` }}
        onCheck={check}
        onTake={() => Promise.reject(new Error('样板间不导入'))}
      />
    </Page>
  );
}
