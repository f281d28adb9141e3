/** 服务器: HTTP, its guards, its documentation and the built pages. */
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import files from '@fastify/static';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { FamilySessions, Route, Sessions, SystemKeys } from '../access/index.ts';
import type { NewId } from '../kernel/ids.ts';
import { refuse } from '../kernel/refusal.ts';
import type { IdempotencyKeys } from './idempotency.store.ts';
import { makeMetrics } from './metrics.ts';
import { mountRoutes } from './mount-routes.ts';
import { answerProblem } from './problem.ts';
import { speakChinese } from './validation-words.ts';

export interface ServerOptions {
  routes: readonly Route[];
  sessions: Sessions;
  /** Keys of partner systems. */
  systems: SystemKeys;
  /** Guardians who came by a link of the school. */
  families: FamilySessions;
  keys: IdempotencyKeys;
  newId: NewId;
  /** Folder of the built pages; absent in tests that only call the interface. */
  pages?: string;
  secure: boolean;
  log: 'json' | 'silent';
  uploadLimitBytes: number;
  /** Answers 503 on /health where the database does not. */
  isHealthy: () => Promise<boolean>;
  version: string;
}

const CSP = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'", // the component library writes its styles into the page
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** Builds the server; the caller listens. */
export async function makeServer(options: ServerOptions): Promise<FastifyInstance> {
  speakChinese();
  const server = fastify({
    logger: options.log === 'silent' ? false : { level: 'info', redact: ['req.headers', 'req.query', 'req.url'] },
    // One line an answer is written below, by route pattern; the usual ones hold addresses.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => options.newId(),
    bodyLimit: 2 * 1024 * 1024,
    trustProxy: 'loopback',
  });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler((error, request, reply) => answerProblem(error, request, reply));
  const metrics = makeMetrics();

  server.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', CSP);
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.observe(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    // The pattern, never the address itself: addresses may name a person's record.
    request.log.info({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
  });

  await server.register(cookie);
  await server.register(multipart, { limits: { files: 1, fileSize: options.uploadLimitBytes } });
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Xueji 学籍', version: options.version, description: '电子学籍系统接口' },
      components: { securitySchemes: { systemKey: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
  });
  await server.register(swaggerUi, { routePrefix: '/docs/api' });

  server.get('/health', { schema: { hide: true } }, async () => {
    if (!(await options.isHealthy())) throw refuse('NOT_AVAILABLE', { what: '数据库' });
    return { status: 'ok', version: options.version };
  });
  server.get('/metrics', { schema: { hide: true } }, async (_, reply) => {
    reply.header('content-type', metrics.contentType);
    return metrics.text();
  });
  await server.register(async (scope) => mountRoutes(scope, options));
  if (options.pages) await servePages(server, options.pages);
  else
    server.setNotFoundHandler((request, reply) =>
      answerProblem(refuse('NOT_FOUND', { what: '此地址' }), request, reply),
    );
  return server;
}

/** Built assets never change under one name; every other address outside /api is a page of the single-page client. */
async function servePages(server: FastifyInstance, root: string): Promise<void> {
  await server.register(files, {
    root,
    index: ['index.html'],
    setHeaders: (reply, path) => {
      const forever = path.includes('/assets/');
      reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.setNotFoundHandler((request, reply) => {
    // An asset of an earlier build is gone, not a page: the browser must hear so, or it would read markup as a script.
    const isPage = request.method === 'GET' && !/^\/(api|assets)\//.test(request.url);
    if (!isPage) return answerProblem(refuse('NOT_FOUND', { what: '此地址' }), request, reply);
    reply.header('cache-control', 'no-cache');
    return reply.sendFile('index.html');
  });
}
