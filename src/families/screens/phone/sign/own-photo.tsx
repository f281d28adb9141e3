/** 孩子的照片: taken with the telephone or chosen, while the school has none of its own. */
import { useQueryClient } from '@tanstack/react-query';
import { Camera } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { uploadFile } from '../../../../web/api-client.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import type { BaseForm } from '../../../form/form.api.ts';
import { smaller } from '../ask/smaller-picture.screen.ts';

interface OwnPhotoProps {
  form: Pick<BaseForm, 'childName' | 'hasPhoto' | 'mayTakePhoto'>;
  onTaken: () => void;
}

/** The photo as the school has it, and the way to another. */
export function OwnPhoto({ form, onTaken }: OwnPhotoProps): ReactNode {
  const id = useId();
  const client = useQueryClient();
  const [taken, setTaken] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const take = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await uploadFile('/family/photo', { file: await smaller(file), name: 'photo.jpg' });
      setTaken(taken + 1);
      await client.invalidateQueries({ queryKey: ['family', 'form'] });
      onTaken();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title="孩子的照片">
      <div className="family-form">
        {form.hasPhoto && (
          <img className="family-photo" src={`/api/family/photo?taken=${taken}`} alt={`${form.childName}的照片`} />
        )}
        {form.mayTakePhoto ? (
          <>
            <label className="family-take" htmlFor={id}>
              <Camera size={20} aria-hidden />
              {busy ? '正在上传' : form.hasPhoto ? '重拍或重选' : '拍照或选照片'}
              <input
                id={id}
                className="unseen"
                type="file"
                accept="image/*"
                disabled={busy}
                onChange={(event) => {
                  void take(event.target.files?.[0]);
                  event.target.value = '';
                }}
              />
            </label>
            <p className="small quiet">近期免冠正面半身照，竖幅，背景浅色</p>
          </>
        ) : (
          <p className="small quiet">学校已采集，要更换请与学校联系</p>
        )}
        <ProblemLine problem={problem} />
      </div>
    </Card>
  );
}
