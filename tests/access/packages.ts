/** 收到的档案包: a package that a school of the matrix has taken in, and a key of another node that one person has entered. */
import { randomBytes } from 'node:crypto';
import { writePackage } from '../../src/archives/index.ts';
import { insertReceived } from '../../src/archives/package/receiving/received.store.ts';
import { insertKey } from '../../src/archives/package/trust/trusted-keys.store.ts';
import type { Institution } from '../../src/authorities/index.ts';
import { international } from '../../src/crypto/international.ts';
import { makeKeyRing } from '../../src/crypto/key-ring.ts';
import { insertFiles } from '../../src/files/file.store.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { TestApplication } from '../application.ts';
import { writing } from '../builders.ts';

export async function somePackages(app: TestApplication, authority: Institution, school: Institution) {
  const [receivedPackageId, nodeKeyId, by] = [newId(), newId(), newId()];
  const facts = {
    madeAt: '2026-09-10T02:00:00.000Z',
    school: { code: '5100000001', name: '锦里西路小学', placeCode: '510107' },
    receiver: school.name,
    approval: { number: 'DA-2026-0910-K7Q2M', on: '2026-09-10' },
    student: { name: '李沐辰', registrationNumber: null, identityType: null, identityNumber: null },
  };
  const names = ['student.json', 'registrations.json', 'heads.json', 'papers/paper.pdf'];
  const entries = names.map((name) => ({ name, bytes: Buffer.from('null') }));
  const { archive, digest } = await writePackage(makeKeyRing(international, randomBytes), facts, entries);
  const file = await app.services.files.keep(archive);
  await writing(app, async (tx) => {
    const { path } = school;
    await insertFiles(tx, [{ ...file, path, kind: 'PACKAGE', mediaType: 'application/zip', madeBy: by }]);
    await insertReceived(tx, {
      ...{ id: receivedPackageId, schoolId: school.id, path, keyId: 'international:00', digest, identityHash: null },
      sealed: app.services.cipher.seal('received_packages', receivedPackageId, facts),
      ...{ fileId: file.id, takenBy: by, takenByName: '周志强' },
    });
    await insertKey(tx, {
      ...{ id: nodeKeyId, path: authority.path, keyId: `international:${nodeKeyId.slice(-16)}`, nodeName: '外地节点' },
      ...{ publicKey: randomBytes(32), proposedBy: by, proposedByName: '周志强' },
    });
  });
  return { receivedPackageId, nodeKeyId };
}
