/** 限额刻度: where a number stands among the limits of the law; a scale between, not a bar from nothing. */
import type { CSSProperties, ReactNode } from 'react';
import './progress.css';

export interface BoundsScaleProps {
  /** What is measured, for readers: 班额. */
  label: string;
  value: number;
  /** Ends of the scale. */
  from: number;
  to: number;
  /** Up to this it complies (green); up to `most` it needs a reason (amber); above it must not be (red). */
  usual: number;
  most: number;
  unit: string;
}

/** 40 ──|50──|55 with a marker. */
export function BoundsScale({ label, value, from, to, usual, most, unit }: BoundsScaleProps): ReactNode {
  const at = (number: number) => `${(Math.min(1, Math.max(0, (number - from) / (to - from))) * 100).toFixed(2)}%`;
  const tone = value <= usual ? 'green' : value <= most ? 'amber' : 'red';
  const said = tone === 'green' ? '在限内' : tone === 'amber' ? `超过${usual}${unit}` : `超过上限${most}${unit}`;
  return (
    <div className="bounds" role="img" aria-label={`${label}${value}${unit}，${said}`}>
      <div className="bounds-zones" style={{ '--usual': at(usual), '--most': at(most) } as CSSProperties}>
        <span className="bounds-limit" style={{ left: at(usual) }} />
        <span className="bounds-limit" style={{ left: at(most) }} />
        <span className={`bounds-marker share-${tone}`} style={{ left: at(value) }} />
      </div>
      <div className="bounds-numbers">
        <span className="bounds-number" style={{ left: 0 }}>
          {from}
        </span>
        <span className="bounds-number is-centred" style={{ left: at(usual) }}>
          {usual}
        </span>
        <span className="bounds-number is-centred" style={{ left: at(most) }}>
          {most}
        </span>
      </div>
    </div>
  );
}
