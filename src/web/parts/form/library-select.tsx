/** 查选 with the component library's list, in its own file so that it is fetched only when shown. */
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { Dressed } from '../../theme/antd-theme.tsx';
import type { SearchControlProps } from './search-select.tsx';

/** See SearchSelect. */
export default function LibrarySelect(props: SearchControlProps): ReactNode {
  const { value, onChange, options, several = false, placeholder = '输入后选择', onSearch, searching, ties } = props;
  const { 'aria-invalid': invalid, ...rest } = ties;
  return (
    <Dressed>
      <Select<string | string[], LibraryOption>
        {...rest}
        className="library-select"
        {...(several ? { mode: 'multiple' as const } : {})}
        {...(invalid ? { status: 'error' as const } : {})}
        value={several ? [...value] : (value[0] as string)}
        onChange={(chosen) => onChange(chosen === undefined ? [] : [chosen].flat())}
        allowClear
        loading={searching ?? false}
        placeholder={placeholder}
        notFoundContent={searching ? '正在查找' : '没有可选项，请换个写法'}
        popupRender={(list) => <div ref={nameLists}>{list}</div>}
        showSearch={{
          filterOption: onSearch === undefined ? (typed, option) => isFound(typed, option) : false,
          ...(onSearch === undefined ? {} : { onSearch }),
        }}
        options={options.map(({ value, words, keywords, disabled }) => ({
          value,
          label: words,
          keywords: keywords ?? '',
          disabled: disabled ?? false,
        }))}
        getPopupContainer={(near: HTMLElement) => near.closest<HTMLElement>('dialog,main') ?? document.body}
      />
    </Dressed>
  );
}

/** The library draws its list without a name: readers are told what it is. */
function nameLists(popup: HTMLElement | null): (() => void) | undefined {
  if (!popup) return undefined;
  const name = () => {
    for (const list of popup.querySelectorAll('[role=listbox]:not([aria-label])'))
      list.setAttribute('aria-label', '可选项');
  };
  name();
  const watch = new MutationObserver(name);
  watch.observe(popup, { childList: true, subtree: true });
  return () => watch.disconnect();
}

interface LibraryOption {
  value: string;
  label: string;
  keywords: string;
  disabled: boolean;
}

function isFound(typed: string, option: LibraryOption | undefined): boolean {
  const wanted = typed.trim().toLowerCase();
  return `${option?.label} ${option?.keywords}`.toLowerCase().includes(wanted);
}
