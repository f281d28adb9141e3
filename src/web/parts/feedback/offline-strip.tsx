/** 离线条: says that the line is down and what is kept meanwhile. */
import { WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useOnline } from '../../api-client.ts';
import './feedback.css';

/** 离线，已存本机3处，联网后提交. Nothing while the line is up. */
export function OfflineStrip({
  kept = 0,
}: {
  /** Changes waiting on this machine. */ kept?: number | undefined;
}): ReactNode {
  const online = useOnline();
  return (
    <div className="offline-place" role="status">
      {!online && (
        <p className="offline">
          <WifiOff size={14} aria-hidden />
          {kept > 0 ? `离线，已存本机${kept}处，联网后提交` : '离线，已填内容仍在此页，联网后可继续'}
        </p>
      )}
    </div>
  );
}
