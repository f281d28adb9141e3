/** 菜单: a button that opens a short list of acts. */
import { ChevronDown, type LucideIcon } from 'lucide-react';
import { Fragment, type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { Link } from 'react-router';
import { Button, type ButtonProps } from '../surface/button.tsx';
import { closePopover, Popover } from './popover.tsx';

export interface MenuItem {
  key: string;
  words: string;
  /** A second, quiet line. */
  note?: string | undefined;
  icon?: LucideIcon | undefined;
  onPress?: (() => void) | undefined;
  to?: string | undefined;
  /** For choices: the one in force. */
  chosen?: boolean | undefined;
  /** A line above it. */
  apart?: boolean | undefined;
}

export interface MenuProps {
  /** Words on the button. */
  children: ReactNode;
  items: readonly MenuItem[];
  tone?: ButtonProps['tone'] | undefined;
  icon?: LucideIcon | undefined;
  align?: 'start' | 'end' | undefined;
}

/** Arrow keys move, Enter chooses, Esc closes and the focus returns to the button. */
export function Menu({ children, items, tone = 'plain', icon, align = 'start' }: MenuProps): ReactNode {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all[to % all.length]?.focus();
  };
  return (
    <>
      <Button tone={tone} opens="menu" popover={id} {...(icon ? { icon } : {})}>
        <span className="menu-words">
          {children}
          <ChevronDown size={14} aria-hidden />
        </span>
      </Button>
      <Popover id={id} align={align} onToggle={(open) => open && entries()[0]?.focus()}>
        <div ref={list} className="menu" role="menu" tabIndex={-1} onKeyDown={onKeyDown}>
          {items.map((item) => (
            <Fragment key={item.key}>
              {item.apart && <hr />}
              <Entry item={item} close={() => closePopover(id)} />
            </Fragment>
          ))}
        </div>
      </Popover>
    </>
  );
}

function Entry({ item, close }: { item: MenuItem; close: () => void }): ReactNode {
  const { icon: Icon } = item;
  const content = (
    <>
      {Icon && <Icon size={14} aria-hidden />}
      <span className="menu-item-words">
        {item.words}
        {item.note !== undefined && <small>{item.note}</small>}
      </span>
    </>
  );
  if (item.to !== undefined) {
    return (
      <Link className="menu-item" role="menuitem" tabIndex={-1} to={item.to} onClick={close}>
        {content}
      </Link>
    );
  }
  const press = () => {
    close();
    item.onPress?.();
  };
  const choice = item.chosen === undefined ? {} : { role: 'menuitemradio', 'aria-checked': item.chosen };
  return (
    <button className="menu-item" type="button" role="menuitem" tabIndex={-1} onClick={press} {...choice}>
      {content}
    </button>
  );
}
