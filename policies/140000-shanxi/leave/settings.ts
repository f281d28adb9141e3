/** 山西参数: who may be a guest at another school, and what repeats the nation. */
import { cite, type Setting, setting } from '../../../src/policy/index.ts';
import { guestStudyGround } from '../../000000-national/leave/guest-study/ground.ts';
import { guestRegistration } from '../../000000-national/leave/guest-study/second-registration.ts';
import { homeDelivery } from '../../000000-national/leave/special-education/home-delivery.ts';
import { rules } from '../instruments.ts';

export const settings: readonly Setting[] = [
  setting(
    guestStudyGround,
    {
      grounds: [
        ...(['PARENTS_ABROAD', 'FIELD_WORK', 'BORDER_SUPPORT', 'BORDER_TROOPS', 'MARTYR'] as const),
        ...(['OVERSEAS_CHINESE', 'RETURNED_CHINESE', 'HONG_KONG_MACAO', 'TAIWAN', 'FOREIGN_EXPERT'] as const),
      ],
      otherwise: 'NOT_IN_PRINCIPLE',
    },
    cite(rules, '第二十五条', 'SX-25.1', 'SX-25.2', 'SX-25.3'),
  ),
  setting(guestRegistration, { live: 1 }, cite(rules, '第二十七条', 'SX-27.1')),
  setting(homeDelivery, { registeredAt: ['HOME_DELIVERY_SCHOOL'] }, cite(rules, '第十四条', 'SX-14.5')),
];
