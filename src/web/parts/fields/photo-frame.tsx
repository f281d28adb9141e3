/** 照片: a portrait of 26 by 32 mm, never cut, never inverted in the dark. */
import { UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import './fields.css';

export interface PhotoFrameProps {
  /** Address of the picture; a quiet outline where there is none. */
  src?: string | undefined;
  /** Whose it is, for readers. */
  name: string;
  /** Width in pixels: 39, 78 or 104. Default 78. */
  width?: 39 | 78 | 104 | undefined;
}

/** A portrait or the place for one. */
export function PhotoFrame({ src, name, width = 78 }: PhotoFrameProps): ReactNode {
  const size = { width, height: Math.round((width * 32) / 26) };
  if (src === undefined) {
    return (
      <span className="photo is-absent" style={size} role="img" aria-label={`${name}，无照片`}>
        <UserRound size={width / 2} strokeWidth={1.2} aria-hidden />
        {width > 39 && <small>无照片</small>}
      </span>
    );
  }
  return <img className="photo" src={src} alt={`${name}的照片`} {...size} />;
}
