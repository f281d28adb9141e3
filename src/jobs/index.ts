/** 后台任务的门. */
export { installJobs, type JobDefinition, type Jobs, startJobs } from './jobs.ts';
