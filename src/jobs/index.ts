export { installJobs, type JobDefinition, type Jobs, startJobs } from './jobs.ts';
