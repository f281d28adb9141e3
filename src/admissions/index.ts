/** 入学注册的门: what main and other features may use of this one. */
export { REGISTRATION, registrationKind } from './registering/registration-case.ts';
