/** 流程引擎的门. */
export { faultsOf } from './faults.ts';
export {
  type Act,
  CONSENT,
  LAPSE,
  labelOf,
  type Move,
  moveOf,
  OBJECT,
  pendingPartyOf,
  REDATE,
  REMIND,
  RETRACT,
  SEND_BACK,
  SPLIT,
  type Standing,
} from './move.ts';
export {
  forceBy,
  type Party,
  type StateText,
  type Step,
  stepsFrom,
  type Term,
  type Workflow,
  workflow,
} from './workflow.ts';
