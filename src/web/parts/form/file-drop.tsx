/** 放入文件: drop or choose; what does not fit is refused at once, with the reason. */
import { Upload } from 'lucide-react';
import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { sizeWords } from '../../format.ts';
import { StateIcon } from '../state/state-icon.tsx';
import './form.css';

export interface FileDropProps {
  /** What to put here: 把工作簿拖到这里，或点此选择. */
  children: ReactNode;
  /** What fits and where to get it: 仅限.xlsx，不超过50兆. */
  hint?: ReactNode;
  /** Endings with their dot: ['.xlsx']. */
  accept: readonly string[];
  /** Largest size of one file in bytes. */
  most: number;
  several?: boolean | undefined;
  onFiles: (files: readonly File[]) => void;
  disabled?: boolean | undefined;
}

/** A field for files that is also a drop target. */
export function FileDrop({
  children,
  hint,
  accept,
  most,
  several = false,
  onFiles,
  disabled,
}: FileDropProps): ReactNode {
  const id = useId();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length === 0 || disabled) return;
    const said =
      files.length > 1 && !several
        ? '一次只放一个文件'
        : files.map((file) => faultOf(file, accept, most)).find(Boolean);
    setProblem(said);
    if (said === undefined) onFiles(files);
  };
  const onDrag = (event: DragEvent, hovering: boolean) => {
    event.preventDefault();
    setOver(hovering && !disabled);
  };
  return (
    <label
      className={`file-drop${over ? ' is-over' : ''}`}
      htmlFor={id}
      onDragOver={(event) => onDrag(event, true)}
      onDragLeave={(event) => onDrag(event, false)}
      onDrop={(event) => {
        onDrag(event, false);
        take(event.dataTransfer.files);
      }}
    >
      <input
        id={id}
        className="unseen"
        type="file"
        accept={accept.join(',')}
        multiple={several}
        disabled={disabled}
        aria-describedby={`${id}-said`}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = ''; // the same file may be put again after it was mended
        }}
      />
      <Upload size={20} aria-hidden />
      <span className="file-drop-words">{children}</span>
      {hint !== undefined && <span className="field-hint">{hint}</span>}
      <span id={`${id}-said`} className="field-problem" role="alert">
        {problem !== undefined && <StateIcon kind="REFUSED" size={12} />}
        {problem}
      </span>
    </label>
  );
}

function faultOf(file: File, accept: readonly string[], most: number): string | undefined {
  const name = file.name.toLowerCase();
  if (!accept.some((ending) => name.endsWith(ending)))
    return `“${file.name}”不是${accept.join('、')}文件，请另存后再放`;
  if (file.size > most) return `“${file.name}”${sizeWords(file.size)}，超过${sizeWords(most)}，请分成几份`;
  if (file.size === 0) return `“${file.name}”是空文件，请重新保存后再放`;
  return undefined;
}
