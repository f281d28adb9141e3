/** 未保存: leaving a form with something typed in it asks first; nothing typed is lost by accident. */
import { useEffect } from 'react';
import { useBlocker } from 'react-router';

const QUESTION = '所填内容尚未保存，离开后将丢失。要离开吗？';

/** Guards the page for as long as `dirty`: both going to another page and closing the tab. */
export function useLeavingGuard(dirty: boolean): void {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    // The browser's own question: it is there before any page code of ours could fail.
    if (confirm(QUESTION)) blocker.proceed();
    else blocker.reset();
  }, [blocker]);
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [dirty]);
}
