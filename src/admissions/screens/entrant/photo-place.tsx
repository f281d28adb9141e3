/** 照片: the entrant's photo, and the way to another. */
import { type ReactNode, useState } from 'react';
import { PhotoDialog } from '../../../students/pages/photo-parts.tsx';
import { PhotoFrame } from '../../../web/parts/fields/photo-frame.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { EntrantView } from '../../entrants/entrants.api.ts';
import { setPhoto } from '../acts.screen.ts';

export interface PhotoPlaceProps {
  one: EntrantView | undefined;
  /** Submitted: shown, not changed. */
  closed: boolean;
  onDone: () => Promise<void>;
}

/** A draft must be saved before it can take a photo: the photo belongs to somebody. */
export function PhotoPlace({ one, closed, onDone }: PhotoPlaceProps): ReactNode {
  const [choosing, setChoosing] = useState(false);
  const name = one?.name || '新生';
  const src = one?.photoId ? `/api/admissions/entrants/${one.id}/photo?v=${one.photoId}` : undefined;
  return (
    <div className="photo-place">
      <PhotoFrame src={src} name={name} width={78} />
      {one === undefined && <p className="quiet">先存为草稿，再放照片</p>}
      {one !== undefined && !closed && (
        <div>
          <Button onPress={() => setChoosing(true)}>{one.photoId ? '换照片' : '放照片'}</Button>
          <p className="photo-hint">近期免冠正面半身照，浅蓝底，裁成26×32毫米</p>
          <PhotoDialog
            open={choosing}
            onClose={() => setChoosing(false)}
            title={`${name}的照片`}
            onSend={async (photo, onProgress) => {
              await setPhoto(one.id, photo, onProgress);
              await onDone();
            }}
          />
        </div>
      )}
    </div>
  );
}
