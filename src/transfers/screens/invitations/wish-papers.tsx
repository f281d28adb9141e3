/** 家长随意愿所附的材料: seen before the school answers or opens a case. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../../web/api-client.ts';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../web/parts/feedback/states.tsx';
import '../transfers.css';

interface Papers {
  items: readonly { id: string; what: string; mediaType: string; pages: number }[];
}

/** The photographs; without one a sentence says how papers come otherwise. */
export function WishPapers({ id }: { id: string }): ReactNode {
  const at = `/transfer-invitations/${id}/papers`;
  const { data, error, refetch } = useQuery({
    queryKey: ['transfer-invitations', id, 'papers'],
    queryFn: ({ signal }) => api.get<Papers>(at, { signal }),
  });
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={3} />;
  if (data.items.length === 0) {
    return <EmptyState words="家长没有附照片" why="由学校登记的意愿不带照片；立案时请家长交材料或另行上传" />;
  }
  return (
    <ul className="transfer-scans">
      {data.items.map(({ id: paperId, what, mediaType, pages }) => (
        <li key={paperId}>
          <a href={`/api${at}/${paperId}`} target="_blank" rel="noreferrer">
            {mediaType === 'image/jpeg' ? (
              <img src={`/api${at}/${paperId}`} alt={what} loading="lazy" />
            ) : (
              `打开文件，${pages}页`
            )}
            <span>{what}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
