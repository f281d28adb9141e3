/** 合班拆班: what may be made of a class group in the middle of its time, each with its reason. */
import { type ReactNode, useState } from 'react';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import { Menu } from '../../web/parts/floating/menu.tsx';
import { ReasonDialog } from '../../web/parts/floating/reason-dialog.tsx';
import type { ClassGroupView } from '../placements.api.ts';
import type { ClassActs } from '../screen/class-queries.tsx';

interface ReshapeMenuProps {
  acts: ClassActs;
  group: ClassGroupView;
  /** Class groups of the same grade. */
  others: readonly ClassGroupView[];
}

type Wish = { kind: 'MERGE'; into: ClassGroupView } | { kind: 'SPLIT'; parts: number };

/** Nothing for whoever has no business with it. */
export function ReshapeMenu({ acts, group, others }: ReshapeMenuProps): ReactNode {
  const mayCall = useMayCall();
  const [wish, setWish] = useState<Wish>();
  if (!mayCall('POST /api/class-groups/:id/merge') || group.total === 0) return null;
  const items = [
    ...[2, 3].map((parts) => ({
      key: `split-${parts}`,
      words: `拆成${parts}个班`,
      note: `约${Math.ceil(group.total / parts)}人一班，随机均衡`,
      onPress: () => setWish({ kind: 'SPLIT', parts }),
    })),
    ...others
      .filter(({ id }) => id !== group.id)
      .map((into, place) => ({
        key: into.id,
        words: `并入${into.name}`,
        note: `合班后${into.total + group.total}人，${group.name}撤销`,
        apart: place === 0,
        onPress: () => setWish({ kind: 'MERGE', into }),
      })),
  ];
  const merging = wish?.kind === 'MERGE' ? wish.into : undefined;
  const act = merging ? '合班' : '拆班';
  return (
    <>
      <Menu items={items}>合班拆班</Menu>
      <ReasonDialog
        open={wish !== undefined}
        onClose={() => setWish(undefined)}
        title={merging ? `${group.name}并入${merging.name}` : `${group.name}拆班`}
        usual={merging ? ['生源减少', '班额过小'] : ['班额过大', '增加教师']}
        act={act}
        note={merging ? '原班撤销，班号不再使用' : '种子记入调整记录，可复算'}
        onGive={async (reason) => {
          if (merging) await acts.merge(merging.id, group.id, reason);
          else if (wish?.kind === 'SPLIT') await acts.split(group.id, wish.parts, reason);
        }}
      >
        <p>
          {merging
            ? `${group.name}${group.total}人编入${merging.name}，合班后${merging.total + group.total}人`
            : `${group.name}${group.total}人随机均衡编入${wish?.kind === 'SPLIT' ? wish.parts : 2}个班`}
        </p>
      </ReasonDialog>
    </>
  );
}
