/** 铃: in the top bar, how many notices are unread; a press opens them. */
import { Bell } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useUnread } from './notice-queries.tsx';
import './bell.css';

const MOST_SHOWN = 99;

/** The bell of a signed-in person. */
export function NoticeBell(): ReactNode {
  const { data } = useUnread();
  const unread = data?.unread ?? 0;
  const label = unread === 0 ? '通知' : `通知，${unread}条未读`;
  return (
    <Link className="icon-button notice-bell" to="/notices" aria-label={label} title={label}>
      <Bell size={16} aria-hidden />
      {unread > 0 && (
        <span className="notice-count" aria-hidden="true">
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
        </span>
      )}
    </Link>
  );
}
