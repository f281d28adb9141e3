/** 网页入口: the only place that knows which address draws which page. Every page is fetched when it is first opened. */
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, type RouteObject, RouterProvider } from 'react-router';
import { PlainFrame } from './web/frame/plain-frame.tsx';
import { AbsentState } from './web/parts/feedback/states.tsx';
import { createQueryClient } from './web/query.ts';
import './web/theme/tokens.css';
import './web/theme/elements.css';
import './web/theme/print.css';

/** All parts in all their states, for those who build screens; left out of the built page. */
const gallery: RouteObject[] = import.meta.env.DEV
  ? [{ path: '/_gallery/:view?', lazy: () => import('./web/gallery/gallery.page.tsx') }]
  : [];

const pages: RouteObject[] = [
  ...gallery,
  {
    path: '*',
    element: (
      <PlainFrame>
        <AbsentState what="此页" />
      </PlainFrame>
    ),
  },
];

// Nothing is drawn until the first page has come: under 100 ms a person need not see that anything is loading.
const routes: RouteObject[] = [{ hydrateFallbackElement: <></>, children: pages }];

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={createBrowserRouter(routes)} />
    </QueryClientProvider>
  </StrictMode>,
);
