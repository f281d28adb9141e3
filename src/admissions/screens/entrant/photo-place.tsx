/** 照片: the entrant's photo, and choosing, cutting and sending another. */
import { type ReactNode, useState } from 'react';
import { uploadFile } from '../../../web/api-client.ts';
import { PhotoFrame } from '../../../web/parts/fields/photo-frame.tsx';
import { FileDrop } from '../../../web/parts/form/file-drop.tsx';
import type { EntrantView } from '../../entrants/entrants.api.ts';
import { readEntrant } from '../admission-queries.tsx';
import { PhotoCrop } from './photo-crop.tsx';

export interface PhotoPlaceProps {
  one: EntrantView | undefined;
  closed: boolean;
  onDone: (next: EntrantView) => void;
}

const ENDINGS = ['.jpg', '.jpeg', '.png', '.webp'];
const MOST_BYTES = 10 * 1_048_576;

/** A draft must be saved before it can take a photo: the photo belongs to somebody. */
export function PhotoPlace({ one, closed, onDone }: PhotoPlaceProps): ReactNode {
  const [file, setFile] = useState<File>();
  const send = async (photo: Blob) => {
    await uploadFile(`/admissions/entrants/${one!.id}/photo`, { file: photo, name: 'photo.jpg' });
    onDone(await readEntrant(one!.id));
  };
  const src = one?.photoId ? `/api/admissions/entrants/${one.id}/photo?v=${one.photoId}` : undefined;
  return (
    <div className="photo-place">
      <PhotoFrame src={src} name={one?.name || '新生'} width={78} />
      {one === undefined && <p className="quiet">先存为草稿，再放照片</p>}
      {one !== undefined && !closed && (
        <FileDrop
          accept={ENDINGS}
          most={MOST_BYTES}
          onFiles={([first]) => setFile(first)}
          hint="浅蓝底免冠照，裁成26×32毫米"
        >
          {one.photoId ? '换照片' : '放照片'}
        </FileDrop>
      )}
      {file && <PhotoCrop file={file} onClose={() => setFile(undefined)} onGive={send} />}
    </div>
  );
}
