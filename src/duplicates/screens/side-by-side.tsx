/** 两条记录并排: photo beside photo, what differs marked, and why the two are taken for one. */
import { type ReactNode, useState } from 'react';
import { CompareTwo } from '../../web/parts/fields/compare-two.tsx';
import { PhotoFrame } from '../../web/parts/fields/photo-frame.tsx';
import { CheckField } from '../../web/parts/form/choice-field.tsx';
import type { CompareRow } from '../duplicates.api.ts';
import './duplicates.css';

export interface SideHead {
  /** 甲方 or 乙方, with its school. */
  role: string;
  schoolName: string;
  /** Address of the photo; absent where there is none. */
  photo?: string | undefined;
  /** Under the school: 打开学籍. */
  link?: ReactNode;
}

interface SideBySideProps {
  heads: readonly [SideHead, SideHead];
  rows: readonly CompareRow[];
  score: number;
  reasons: readonly { code: string; words: string; weight: number }[];
  /** Leaves the photos out: before a case is opened nobody looks at another school's child. */
  withoutPhotos?: boolean | undefined;
}

/** The comparison; what is the same can be left out. */
export function SideBySide({ heads, rows, score, reasons, withoutPhotos }: SideBySideProps): ReactNode {
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  return (
    <>
      <Reasons score={score} reasons={reasons} />
      <CompareTwo
        label="两条记录"
        onlyDifferent={onlyDifferent}
        sides={heads.map(({ role, schoolName, photo, link }) => ({
          key: role,
          head: withoutPhotos ? undefined : <PhotoFrame src={photo} name={`${role}学生`} width={78} />,
          title: (
            <span className="dispute-head">
              <b>{role}</b>
              <span>{schoolName}</span>
              {link}
            </span>
          ),
        }))}
        rows={rows.map(({ key, label, values, differs }) => ({
          ...{ key, label, differs },
          values: values.map((value) => value ?? undefined),
        }))}
      />
      <CheckField checked={onlyDifferent} onChange={setOnlyDifferent}>
        只看不同
      </CheckField>
    </>
  );
}

/** Each reason with its weight, those against it too; the bar is the score of 100. */
function Reasons({ score, reasons }: Pick<SideBySideProps, 'score' | 'reasons'>): ReactNode {
  const name = `相似度${score}分，满分100分`;
  return (
    <div className="dispute-reasons">
      <span className="dispute-score">
        <b>{score}</b>分
        <span className="dispute-bar" role="img" aria-label={name}>
          <span style={{ width: `${score}%` }} />
        </span>
      </span>
      <ul aria-label="理由和权重">
        {reasons.map(({ code, words, weight }) => (
          <li key={code} className={weight > 0 ? 'is-for' : 'is-against'}>
            {words}
            <span className="dispute-weight">{weight > 0 ? `+${weight}` : `−${-weight}`}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
