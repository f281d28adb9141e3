/** 办公端入口: the frame of every page of the offices and of the pages for everybody. */
import { QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, type RouteObject, RouterProvider } from 'react-router';
import { SignedIn, type Ways } from '../cases/pages/signed-in/signed-in.tsx';
import { NoticeBell } from '../notices/screens/notice-bell-parts.tsx';
import { LawArticles } from '../regulations/articles-parts.tsx';
import { LawFrame } from '../regulations/pages/frame/law-frame.tsx';
import { createQueryClient } from '../web/query.ts';
import { menu } from './menu.tsx';
import { gallery, law, signedIn } from './pages.tsx';

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

const router = createBrowserRouter(routes);
const client = createQueryClient();

/** Everything but the families' side. */
export function Office() {
  return (
    <QueryClientProvider client={client}>
      <LawArticles>
        <RouterProvider router={router} />
      </LawArticles>
    </QueryClientProvider>
  );
}
