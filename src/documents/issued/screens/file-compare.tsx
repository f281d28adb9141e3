/** 比对电子文件: whether a file at hand is, byte for byte, the one that was given out. It does not leave the machine. */
import { type ChangeEvent, type ReactNode, useId, useState } from 'react';

/** Nothing where the browser may not compute: digests need a page served by https. */
export function FileCompare({ digest }: { digest: string }): ReactNode {
  const id = useId();
  const [same, setSame] = useState<boolean>();
  if (!globalThis.crypto?.subtle) return null;
  const compare = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (!file) return;
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    setSame([...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('') === digest);
  };
  return (
    <div className="verify-file">
      <label htmlFor={id}>手上有PDF文件的，可以比对是否被改动；文件不会上传</label>
      <input id={id} type="file" accept="application/pdf" onChange={(event) => void compare(event)} />
      <p role="status">
        {same === true && '与出具的文件完全一致'}
        {same === false && '与出具的文件不同，请以本页列出的内容为准'}
      </p>
    </div>
  );
}
