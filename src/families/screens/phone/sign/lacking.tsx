/** 还要补正的: what the draft lacks, in the order of the form; what the law asks for with its article. */
import type { ReactNode } from 'react';
import { StateIcon } from '../../../../web/parts/state/state-icon.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import type { BaseForm } from '../../../form/form.api.ts';

/** One sentence a thing, and what to do. */
export function Lacking({ findings }: { findings: BaseForm['findings'] }): ReactNode {
  return (
    <Card title="还要补正" note={`${findings.length}项`}>
      <ul className="family-steps">
        {findings.map(({ path, sentence, remedy, chip }) => (
          <li key={`${path} ${sentence}`}>
            <StateIcon kind="DUE_SOON" size={20} />
            <span>
              {sentence}
              <span className="small quiet family-remedy">
                {remedy}
                {chip !== null && <span className="no-autospace">{remedy === '' ? chip : `（${chip}）`}</span>}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
