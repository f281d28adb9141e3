/** 打印与导出: rosters and registration cards in a window of their own; each leaves its row in the trail. */
import { Barcode, FileSpreadsheet, IdCard, Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useMayCall, useSession } from '../../authorities/sessions/session-parts.tsx';
import { downloadFile, sentenceOf } from '../../web/api-client.ts';
import { Dialog } from '../../web/parts/floating/dialog.tsx';
import { Menu, type MenuItem } from '../../web/parts/floating/menu.tsx';
import { ReasonDialog } from '../../web/parts/floating/reason-dialog.tsx';
import { Button } from '../../web/parts/surface/button.tsx';

interface PrintMenuProps {
  /** What the papers are of: 七(1)班, 汾滨中学. */
  of: string;
  /** /class-groups/… or /schools/…, under /api. */
  at: string;
  /** The day of the roster; '' is today. */
  on: string;
  /** Registration cards too: of a class group, as of today. */
  cards?: boolean | undefined;
}

type Paper = 'roster.pdf' | 'registration-cards.pdf';
const PAPER_WORDS: Record<Paper, string> = { 'roster.pdf': '花名册', 'registration-cards.pdf': '学籍卡' };
const USUAL = ['归档', '报主管部门备案', '监护人核对'];

/** Masked papers and workbooks for everybody who may see the students; papers in full for whoever answers for them. */
export function PrintMenu({ of, at, on, cards = false }: PrintMenuProps): ReactNode {
  const { role, institution } = useSession();
  const labels = useMayCall()('GET /api/class-groups/:id/folder-labels.pdf');
  const [asking, setAsking] = useState<Paper>();
  const [problem, setProblem] = useState<string>();
  const mayFull = role !== 'CLASS_TEACHER' && (institution.level === 'SCHOOL' || institution.level === 'COUNTY');
  const show = (paper: Paper, more: Record<string, string> = {}) => {
    const day = paper === 'roster.pdf' && on !== '' ? { on } : {};
    const search = new URLSearchParams({ ...day, ...more }).toString();
    window.open(`/api${at}/${paper}${search && `?${search}`}`, '_blank', 'noopener');
  };
  const save = () => {
    downloadFile(`${at}/roster.xlsx`, { query: { on } }).catch((thrown: unknown) => setProblem(sentenceOf(thrown)));
  };
  const papers: Paper[] = cards ? ['roster.pdf', 'registration-cards.pdf'] : ['roster.pdf'];
  const items: MenuItem[] = [
    ...papers.map((paper) => ({
      key: paper,
      words: `打印${PAPER_WORDS[paper]}`,
      note: '号码脱敏，另开窗口',
      icon: paper === 'roster.pdf' ? Printer : IdCard,
      onPress: () => show(paper),
    })),
    ...(cards && labels
      ? [
          {
            key: 'labels',
            words: '打印档案袋标签',
            note: '每人一枚条码，用于档案转接',
            icon: Barcode,
            onPress: () => void window.open(`/api${at}/folder-labels.pdf`, '_blank', 'noopener'),
          },
        ]
      : []),
    {
      key: 'workbook',
      words: '导出花名册工作簿',
      note: '号码脱敏',
      icon: FileSpreadsheet,
      onPress: save,
    },
    ...(mayFull ? papers : []).map((paper, index) => ({
      key: `full-${paper}`,
      words: `打印${PAPER_WORDS[paper]}（完整号码）`,
      note: '须写明事由，留痕',
      apart: index === 0,
      onPress: () => setAsking(paper),
    })),
  ];
  return (
    <>
      <Menu items={items} icon={Printer} align="end">
        打印导出
      </Menu>
      <ReasonDialog
        open={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={`打印${of}${asking ? PAPER_WORDS[asking] : ''}（完整号码）`}
        label="事由"
        usual={USUAL}
        act="打印"
        note="打印人、时间、事由将留痕"
        onGive={async (reason) => asking && show(asking, { full: '1', reason })}
      />
      <Dialog
        open={problem !== undefined}
        onClose={() => setProblem(undefined)}
        title="未能导出"
        foot={<Button onPress={() => setProblem(undefined)}>知道了</Button>}
      >
        <p>{problem}</p>
      </Dialog>
    </>
  );
}
