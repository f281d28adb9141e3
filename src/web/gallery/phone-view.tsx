/** 样板间 手机: one thing per screen, the same track and the same words. */
import { Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { addDays } from '../../kernel/civil-date.ts';
import { PlainFrame } from '../frame/plain-frame.tsx';
import { ParcelTrack } from '../parts/course/parcel-track.tsx';
import { FieldGrid } from '../parts/fields/field-grid.tsx';
import { DeadlineBadge } from '../parts/state/deadline-badge.tsx';
import { StateIcon } from '../parts/state/state-icon.tsx';
import { Button } from '../parts/surface/button.tsx';
import { Card } from '../parts/surface/card.tsx';
import { NODES } from './case-view.tsx';
import { TODAY } from './sample.ts';

/** Following one thing on the phone. */
export function PhoneView(): ReactNode {
  return (
    <PlainFrame
      title="办理进度"
      back="/_gallery/work"
      side="跨省"
      acts={
        <>
          <Button large>撤回申请</Button>
          <Button large icon={Phone}>
            打电话问经办人
          </Button>
        </>
      }
    >
      <Card label="还剩多久">
        <p>
          <b>甲一</b> <span className="quiet">编号尾号1234</span>
        </p>
        <p>乙市第二单位→丙市第三单位</p>
        <hr style={{ border: 0, borderTop: '1px solid var(--line)', margin: '10px 0' }} />
        <p className="small">正在办：乙市第二单位</p>
        <DeadlineBadge
          layout="large"
          today={TODAY}
          deadline={{
            kind: 'RUNNING',
            termDays: 10,
            leftDays: 6,
            dueOn: addDays(TODAY, 7),
            oddDays: '含9月20日调休上班',
          }}
        />
      </Card>
      <Card label="要我做什么">
        <div style={{ display: 'flex', gap: 8 }}>
          <StateIcon kind="DONE" />
          <div>
            <b>现在不用您做什么</b>
            <p className="small">缺的证明由单位开具，不用您跑</p>
          </div>
        </div>
      </Card>
      <Card label="办理轨迹">
        <ParcelTrack nodes={NODES.map((node) => ({ ...node, mine: false }))} today={TODAY} direction="vertical" />
      </Card>
      <Card label="基本信息">
        <FieldGrid
          rows={[
            { key: 'n', label: '姓名', value: '甲一' },
            { key: 'b', label: '出生日期', value: '2015年5月12日' },
            { key: 't', label: '电话', value: undefined },
          ]}
        />
      </Card>
    </PlainFrame>
  );
}
