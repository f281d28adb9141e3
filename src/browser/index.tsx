/** 网页入口: what is drawn first. A family's telephone fetches nothing of the offices' pages, and the other way round. */
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../web/theme/tokens.css';
import '../web/theme/elements.css';
import '../web/theme/print.css';

const root = createRoot(document.getElementById('root')!);
const draw = (pages: ReactNode) => root.render(<StrictMode>{pages}</StrictMode>);

if (/^\/family(\/|$)/.test(location.pathname)) void import('./family.tsx').then(({ Family }) => draw(<Family />));
else void import('./office.tsx').then(({ Office }) => draw(<Office />));
