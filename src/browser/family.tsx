/** 家长端入口: the pages of a guardian's telephone, without anything of the offices'. */
import { QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, type RouteObject, RouterProvider } from 'react-router';
import { createQueryClient } from '../web/query.ts';

const enter = () => import('../families/screens/phone/enter.page.tsx');

const pages: RouteObject[] = [
  { path: '/family/:secret', lazy: enter },
  {
    path: '/family',
    lazy: () => import('../families/screens/phone/family-frame.tsx'),
    children: [
      { index: true, lazy: () => import('../families/screens/phone/home.page.tsx') },
      { path: 'record', lazy: () => import('../families/screens/phone/look/record.page.tsx') },
      { path: 'viewers', lazy: () => import('../families/screens/phone/look/viewers.page.tsx') },
      { path: 'progress', lazy: () => import('../families/screens/phone/look/progress.page.tsx') },
      { path: 'proofs', lazy: () => import('../families/screens/phone/look/proofs.page.tsx') },
      { path: 'form', lazy: () => import('../families/screens/phone/sign/form.page.tsx') },
      { path: 'ask', lazy: () => import('../families/screens/phone/ask/ask.page.tsx') },
      { path: 'ask/:kind', lazy: () => import('../families/screens/phone/ask/apply.page.tsx') },
    ],
  },
];

// Nothing is drawn until the first page has come.
const router = createBrowserRouter([{ hydrateFallbackElement: <></>, children: pages }]);
const client = createQueryClient();

/** All of it; each page is fetched when it is first opened. */
export function Family() {
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
