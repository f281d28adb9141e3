import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskAddress, maskEmail, maskIdentityNumber, maskName, maskPhone, maskRegistrationNumber } from './masking.ts';

test('an identity number keeps four and four', () => {
  assert.equal(maskIdentityNumber('411082202002270133'), '4110**********0133');
  assert.equal(maskIdentityNumber('41108220200227013X'), '4110**********013X');
  assert.equal(maskIdentityNumber('E12345678'), 'E1*****78');
  assert.equal(maskIdentityNumber('123456'), '******');
  assert.equal(maskIdentityNumber(''), '');
});

test('a registration number is masked like the identity number inside it', () => {
  assert.equal(maskRegistrationNumber('G411082202002270133'), 'G4110**********0133');
});

test('a phone keeps enough to be recognised by its owner', () => {
  assert.equal(maskPhone('13812342046'), '138****2046');
  assert.equal(maskPhone('0374-6123456'), '0374-*****56');
  assert.equal(maskPhone('010-61234567-801'), '010-******67');
  assert.equal(maskPhone('+85261234567'), '+85*******67');
});

test('an address is shown down to the county', () => {
  assert.equal(maskAddress('河南省许昌市长葛市和尚桥镇大孙庄村12号'), '河南省许昌市长葛市***');
  assert.equal(maskAddress('长葛市和尚桥镇'), '长葛市***');
  assert.equal(maskAddress('北京市朝阳区建国路市场街1号'), '北京市朝阳区***');
  assert.equal(maskAddress('河南省长葛市'), '河南省长葛市');
  assert.equal(maskAddress('和尚桥镇大孙庄村'), '***', 'no county recognised: nothing is shown');
  assert.equal(maskAddress(''), '');
});

test('an e-mail keeps its first letter and its house', () => {
  assert.equal(maskEmail('limuchen@example.cn'), 'l***@example.cn');
  assert.equal(maskEmail('not an address'), '***');
});

test('a name keeps the surname, compound surnames whole, and the first part before a dot', () => {
  assert.equal(maskName('李沐辰'), '李**');
  assert.equal(maskName('李四'), '李*');
  assert.equal(maskName('欧阳修'), '欧阳*');
  assert.equal(maskName('欧阳'), '欧*');
  assert.equal(maskName('买买提·吐尔逊'), '买买提·***');
  assert.equal(maskName('John Smith'), 'John ***');
  assert.equal(maskName('龚𬱖'), '龚*');
  assert.equal(maskName('王'), '*');
  assert.equal(maskName(''), '*');
});
