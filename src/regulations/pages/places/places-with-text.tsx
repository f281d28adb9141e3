/** 有本地规定的地方: a way in for whoever does not know where to begin. */
import type { ReactNode } from 'react';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Line } from '../../../web/parts/surface/layout.tsx';
import { usePlaces } from '../law-queries.tsx';

/** One button a place. */
export function PlacesWithText({ onChoose }: { onChoose: (code: string) => void }): ReactNode {
  const { data } = usePlaces(undefined);
  return (
    <Line>
      {data?.places.map(({ code, name }) => (
        <Button key={code} onPress={() => onChoose(code)}>
          {name}
        </Button>
      ))}
    </Line>
  );
}
