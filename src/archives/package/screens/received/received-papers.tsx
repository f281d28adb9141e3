/** 档案包材料: each paper and picture that came, opened in the page. */
import { lazy, type ReactNode, Suspense } from 'react';
import { useFetchedFile } from '../../../../web/api-client.ts';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { EmptyState } from '../../../../web/parts/feedback/states.tsx';
import type { ReceivedView } from '../../packages.api.ts';

const ShownPaper = lazy(async () => ({
  default: (await import('../../../../evidence/screen/paper-parts.tsx')).ShownPaper,
}));

interface ReceivedPapersProps {
  id: string;
  papers: ReceivedView['entries'];
  chosen: string;
  onChoose: (name: string) => void;
}

/** Opening one is put on record. */
export function ReceivedPapers({ id, papers, chosen, onChoose }: ReceivedPapersProps): ReactNode {
  const shown = papers.find(({ name }) => name === chosen) ?? papers[0];
  if (!shown) return <EmptyState words="没有材料" why="档案包里只有数据，没有随附扫描件和照片" />;
  return (
    <div className="received received-papers">
      <ul aria-label="材料">
        {papers.map(({ name, title }) => (
          <li key={name}>
            <button
              type="button"
              className="received-choice"
              aria-current={name === shown.name ? 'true' : undefined}
              onClick={() => onChoose(name)}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
      <Shown key={shown.name} id={id} paper={shown} />
    </div>
  );
}

function Shown({ id, paper }: { id: string; paper: ReceivedView['entries'][number] }): ReactNode {
  const file = useFetchedFile(`/received-packages/${id}/entry?name=${encodeURIComponent(paper.name)}`);
  return (
    <section className="received-paper" aria-label={paper.title}>
      <Suspense fallback={<Skeleton rows={8} />}>
        <ShownPaper {...file} what={paper.title} />
      </Suspense>
    </section>
  );
}
