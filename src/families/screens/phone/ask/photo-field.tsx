/** 拍照附材料: taken with the camera, made smaller before it is sent, kept until the request takes it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Camera } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { api, uploadFile } from '../../../../web/api-client.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { KeptPaperView } from '../../../requests/requests.api.ts';
import { smaller } from './smaller-picture.screen.ts';

const PAPERS = ['family', 'papers'];
const KINDS = ['户口簿', '身份证', '居住证', '房产证或租房合同', '工作证明', '医院证明', '其他材料'];

/** The photographs that will go with the request; their ids are what is sent. */
export function usePhotos(): { papers: readonly KeptPaperView[]; renew: () => void } {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: PAPERS,
    queryFn: ({ signal }) => api.get<{ items: KeptPaperView[] }>('/family/papers', { signal }),
  });
  return { papers: data?.items ?? [], renew: () => void client.invalidateQueries({ queryKey: PAPERS }) };
}

/** Chooses what it is, takes it, shows it, takes it out again. */
export function PhotoField({ hint }: { hint?: string }): ReactNode {
  const { papers, renew } = usePhotos();
  const id = useId();
  const [what, setWhat] = useState(KINDS[0]!);
  const [sending, setSending] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const take = async (files: FileList | null) => {
    setProblem(undefined);
    try {
      for (const [at, file] of [...(files ?? [])].entries()) {
        setSending(`正在上传第${at + 1}张`);
        await uploadFile(`/family/papers?what=${encodeURIComponent(what)}`, {
          file: await smaller(file),
          name: 'photo.jpg',
        });
        renew();
      }
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setSending(undefined);
    }
  };
  const drop = async (paper: KeptPaperView) => {
    await api.delete(`/family/papers/${paper.id}`).catch(setProblem);
    renew();
  };
  return (
    <div className="family-form">
      <SelectField
        label="要附的材料"
        layout="above"
        value={what}
        onChange={setWhat}
        empty={null}
        options={KINDS.map((words) => ({ value: words, words }))}
        hint={hint}
      />
      <label className="family-take" htmlFor={id}>
        <Camera size={20} aria-hidden />
        {sending ?? `拍照或选照片：${what}`}
        <input
          id={id}
          className="unseen"
          type="file"
          accept="image/*"
          multiple
          disabled={sending !== undefined}
          onChange={(event) => {
            void take(event.target.files);
            event.target.value = '';
          }}
        />
      </label>
      <ProblemLine problem={problem} />
      <Shots papers={papers} onDrop={(paper) => void drop(paper)} />
    </div>
  );
}

interface ShotsProps {
  papers: readonly KeptPaperView[];
  onDrop?: ((paper: KeptPaperView) => void) | undefined;
}

/** The photographs as small pictures. */
export function Shots({ papers, onDrop }: ShotsProps): ReactNode {
  if (papers.length === 0) return null;
  return (
    <ul className="family-shots">
      {papers.map((paper) => (
        <li key={paper.id} className="family-shot">
          {paper.mediaType === 'image/jpeg' ? (
            <img src={`/api/family/papers/${paper.id}`} alt={paper.what} loading="lazy" />
          ) : (
            <span>{`文件，${paper.pages}页`}</span>
          )}
          <span>{paper.what}</span>
          {onDrop && (
            <Button tone="quiet" onPress={() => onDrop(paper)}>
              删去
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
