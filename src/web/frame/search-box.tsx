/** 搜索框: one for everything; `/` brings the focus here, answers appear under it. */
import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Kbd } from '../parts/surface/dot.tsx';
import { useKeys } from './keyboard.ts';
import './search-box.css';

export interface SearchAnswer {
  key: string;
  to: string;
  /** One line of what was found. */
  content: ReactNode;
}

export interface SearchBoxProps {
  /** What can be typed: 姓名、拼音首字母、学籍号、身份证末几位. */
  placeholder: string;
  /** As typed; the page keeps it and asks the server. */
  text: string;
  onText: (text: string) => void;
  /** First answers, shown under the box; undefined while nothing is asked. */
  answers?: readonly SearchAnswer[] | undefined;
  /** Enter without a chosen answer: to the full list. */
  onSubmit: (text: string) => void;
  /** Said under the answers: 共3,128人，回车看全部. */
  note?: ReactNode;
}

/** A combobox: down and up choose an answer, Enter opens it, Esc closes. */
export function SearchBox({ placeholder, text, onText, answers, onSubmit, note }: SearchBoxProps): ReactNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  useKeys([{ key: '/', words: '搜索', group: '通用', run: () => input.current?.select() }]);

  const shown = open && text !== '' && answers !== undefined;
  const close = () => {
    setOpen(false);
    setAt(-1);
  };
  const go = (answer: SearchAnswer) => {
    close();
    input.current?.blur();
    navigate(answer.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return; // Enter ends the composing of Chinese, not the search
    const count = answers?.length ?? 0;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (count > 0) setAt((at + step + count + (at === -1 && step === -1 ? 1 : 0)) % count);
    }
    if (event.key === 'Escape') close();
    if (event.key === 'Enter') {
      const chosen = shown ? answers[at] : undefined;
      if (chosen) go(chosen);
      else if (text.trim() !== '') {
        close();
        onSubmit(text.trim());
      }
    }
  };
  return (
    <search className="search-box">
      <Search size={14} aria-hidden />
      <input
        ref={input}
        type="text"
        role="combobox"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={`搜索：${placeholder}`}
        aria-expanded={shown}
        aria-controls={shown ? id : undefined}
        aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        aria-keyshortcuts="/"
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          setOpen(true);
          setAt(-1);
        }}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <Kbd>/</Kbd>
      {shown && (
        <div className="search-answers">
          {/* The press must not take the focus from the box, or the list would close before it counts. */}
          <div
            id={id}
            role="listbox"
            aria-label="搜索结果"
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
          >
            {answers.map((answer, place) => (
              <Answer key={answer.key} id={`${id}-${place}`} chosen={place === at} answer={answer} onGo={go} />
            ))}
          </div>
          <p className="search-note">{answers.length === 0 ? '没有找到，或不在您的管理范围' : note}</p>
        </div>
      )}
    </search>
  );
}

interface AnswerProps {
  id: string;
  chosen: boolean;
  answer: SearchAnswer;
  onGo: (answer: SearchAnswer) => void;
}

function Answer({ id, chosen, answer, onGo }: AnswerProps): ReactNode {
  return (
    <button
      type="button"
      id={id}
      className="search-answer"
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      onClick={() => onGo(answer)}
    >
      {answer.content}
    </button>
  );
}
