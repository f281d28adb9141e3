/** 信息项表接口. */
import { type Route, route } from '../../access/index.ts';
import { areasShape, formShape } from './form.api.ts';
import { areas, registrationForm } from './registration-form.ts';

/** The form and the places to choose from: the same for everybody who is signed in. */
export function formRoutes(): Route[] {
  const form = registrationForm();
  return [
    route({
      method: 'GET',
      path: '/api/students/fields',
      tag: '学生',
      title: '看学生基础信息表',
      who: 'SIGNED_IN',
      answer: formShape,
      handle: async () => form,
    }),
    route({
      method: 'GET',
      path: '/api/students/areas',
      tag: '学生',
      title: '看行政区划',
      who: 'SIGNED_IN',
      answer: areasShape,
      handle: async () => areas(),
    }),
  ];
}
