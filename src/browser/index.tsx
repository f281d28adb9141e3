/** 网页入口: the frame of every page, and what is drawn first. */
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, type RouteObject, RouterProvider } from 'react-router';
import { SignedIn, type Ways } from '../cases/pages/signed-in/signed-in.tsx';
import { NoticeBell } from '../notices/screens/notice-bell-parts.tsx';
import { LawArticles } from '../regulations/articles-parts.tsx';
import { LawFrame } from '../regulations/pages/frame/law-frame.tsx';
import { createQueryClient } from '../web/query.ts';
import { menu } from './menu.tsx';
import { gallery, law, signedIn } from './pages.tsx';
import '../web/theme/tokens.css';
import '../web/theme/elements.css';
import '../web/theme/print.css';

const ways: Ways = { signIn: '/sign-in', password: '/password', setUp: '/set-up', students: '/students' };

/** For whoever is not signed in, or must set something up first. */
const outside: RouteObject[] = [
  { path: '/sign-in', lazy: () => import('../authorities/pages/sign-in/sign-in.page.tsx') },
  { path: '/set-up', lazy: () => import('../authorities/pages/sign-in/set-up.page.tsx') },
  { path: '/first-run', lazy: () => import('../authorities/pages/first-run/first-run.page.tsx') },
  { path: '/verify/:code?', lazy: () => import('../documents/issued/screens/verify.page.tsx') },
];

const pages: RouteObject[] = [
  ...gallery,
  ...outside,
  { element: <LawFrame signedIn={<SignedIn menu={menu} ways={ways} bell={<NoticeBell />} />} />, children: law },
  { element: <SignedIn menu={menu} ways={ways} bell={<NoticeBell />} />, children: signedIn },
];

// Nothing is drawn until the first page has come: under 100 ms a person need not see that anything is loading.
const routes: RouteObject[] = [{ hydrateFallbackElement: <></>, children: pages }];

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <LawArticles>
        <RouterProvider router={createBrowserRouter(routes)} />
      </LawArticles>
    </QueryClientProvider>
  </StrictMode>,
);
