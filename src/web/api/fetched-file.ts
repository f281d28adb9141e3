/** 页内看的文件: the bytes of a file that is shown in the page, fetched once for as long as it is looked at. */
import { useEffect, useState } from 'react';
import { fetchFile } from './files.ts';

export interface FetchedFile {
  blob?: Blob;
  problem?: unknown;
}

/** Neither while it is on its way. An address of undefined fetches nothing. */
export function useFetchedFile(address: string | undefined): FetchedFile {
  const [state, setState] = useState<FetchedFile & { of: string }>({ of: '' });
  useEffect(() => {
    if (address === undefined) return;
    const aborter = new AbortController();
    fetchFile(address, { signal: aborter.signal }).then(
      (blob) => setState({ of: address, blob }),
      (problem: unknown) => !aborter.signal.aborted && setState({ of: address, problem }),
    );
    return () => aborter.abort();
  }, [address]);
  return state.of === address ? state : {};
}
