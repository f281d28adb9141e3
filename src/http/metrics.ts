/** 运行指标: counts and times for Prometheus, by route pattern: nothing about persons. */
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  contentType: string;
  /** Seconds that an answer took. */
  observe(method: string, route: string, status: number, seconds: number): void;
  text(): Promise<string>;
}

/** A registry of its own, so that two servers in one process do not mix. */
export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'xueji_http_seconds',
    help: 'Time to answer, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return {
    contentType: registry.contentType,
    observe: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
    text: () => registry.metrics(),
  };
}
