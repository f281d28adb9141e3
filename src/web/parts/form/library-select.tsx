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
        popupRender={(list) => (options.length === 0 ? <Nothing list={list} searching={searching ?? false} /> : list)}
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

/** The library draws a list without a name where there is nothing to list: it is kept from readers, who hear why instead. */
function Nothing({ list, searching }: { list: ReactNode; searching: boolean }): ReactNode {
  return (
    <>
      <div hidden>{list}</div>
      <div className="select-nothing" role="status">
        {searching ? '正在查找' : '没有可选项，请换个写法'}
      </div>
    </>
  );
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
