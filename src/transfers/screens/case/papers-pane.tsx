/** 转学材料: what both laws ask for, as the family and the schools handed it in; the application says what was seen at opening. */
import type { ReactNode } from 'react';
import type { CasePaneProps } from '../../../cases/pages/case/case-content-parts.tsx';
import { EvidencePane } from '../../../evidence/screen/evidence-parts.tsx';
import type { TransferData } from '../../transfer.ts';

/** The papers of the case, each with the article that asks for it. */
export function PapersPane(props: CasePaneProps): ReactNode {
  const { papers } = props.view.data as unknown as TransferData;
  const asked = papers.map(({ code, words, asked: by }) => ({
    paper: code,
    what: words,
    by: '学生及监护人',
    chip: by[0]?.chip ?? '',
  }));
  return <EvidencePane {...props} papers={asked} />;
}
