/** 家长链接单: one slip a child with the square that a telephone reads; shown once, printed and cut apart. */
import { drawingSVG, qrcode } from 'bwip-js/browser';
import { type ReactNode, useMemo } from 'react';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Line } from '../../../web/parts/surface/layout.tsx';
import type { MadeLink, MadeSheet } from '../../links/links.api.ts';

/** Slips for the printer; on the screen the same. */
export function LinkSheet({ sheet, onClose }: { sheet: MadeSheet; onClose: () => void }): ReactNode {
  const { items, kept, without, lastDay, schoolName, classGroupName } = sheet;
  return (
    <>
      <div className="screen-only">
        <Card label="打印说明">
          <Line
            end={
              <Line>
                <Button onPress={onClose}>完成</Button>
                {items.length > 0 && (
                  <Button tone="primary" onPress={() => window.print()}>
                    打印
                  </Button>
                )}
              </Line>
            }
          >
            <span className="family-sheet-said">
              {items.length > 0 && (
                <>
                  <StateIcon kind="DUE_SOON" />
                  {`已开出${items.length}份。二维码只在此时显示，离开后不能再看，请现在打印，按名发给家长，不要拍照发群。`}
                </>
              )}
              {kept > 0 && `另有${kept}人的家长已有链接，未重开。`}
              {without.length > 0 &&
                `${without.map(({ name, why }) => `${name || '姓名未填'}（${why}）`).join('、')}未能开出，请先补全再来开出。`}
            </span>
          </Line>
        </Card>
      </div>
      {items.length === 0 ? (
        <Card label="家长链接单">
          <EmptyState
            words="没有要打印的"
            why="家长都已有有效的链接，或还缺可核对的信息；丢失或锁定的，可在名单中逐个重开"
          />
        </Card>
      ) : (
        <ul className="family-slips">
          {items.map((item) => (
            <Slip
              key={item.studentId}
              item={item}
              head={[schoolName, classGroupName].filter(Boolean).join(' ')}
              lastDay={lastDay}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function Slip({ item, head, lastDay }: { item: MadeLink; head: string; lastDay: string }): ReactNode {
  const address = `${location.origin}/family/${item.secret}`;
  const square = useMemo(() => qrcode({ bcid: 'qrcode', text: address, scale: 2 }, drawingSVG()), [address]);
  const asks = item.asks.map((ask) => (ask === 'PHONE' ? '您的手机号' : '孩子身份证件号'));
  return (
    <li className="family-slip">
      <img src={`data:image/svg+xml,${encodeURIComponent(square)}`} alt={`${item.name}的家长链接二维码`} />
      <div>
        <p className="small">{head}</p>
        <p>
          <b>{item.name}</b> {item.guardianWords}
        </p>
        <p className="small">
          用手机扫码，填孩子出生日期和{asks.join('或者')}末四位，即可核对孩子的信息、签字、办理申请。
        </p>
        <p className="small quiet">{`有效至${lastDay}，只供本人使用，请勿转发。`}</p>
        <p className="family-slip-address no-autospace">{address}</p>
      </div>
    </li>
  );
}
