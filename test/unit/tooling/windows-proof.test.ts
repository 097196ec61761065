import { expect, test } from 'vitest';
import { hostMembers } from '../../support/host-members';
import { ownCases, sharedCases } from '../../windows/cases';
import { proofDocument } from '../../windows/proof/document';
import { proofTable } from '../../windows/proof/table';

const names = [...sharedCases, ...ownCases].map(({ name }) => name);

test('every function of main/host has its row, and no row is of one that is gone', () => {
  const rows = Object.entries(proofTable).flatMap(([file, members]) =>
    Object.keys(members).map((member) => `${file} ${member}`),
  );
  const members = hostMembers().map(({ file, member }) => `${file} ${member}`);
  expect(rows.sort()).toEqual(members.sort());
});

test('every case that the table names is there', () => {
  const unknown = Object.values(proofTable)
    .flatMap((members) => Object.values(members))
    .flatMap((proof) => ('by' in proof ? proof.by : []))
    .filter((beginning) => !names.some((name) => name.startsWith(beginning)));
  expect(unknown).toEqual([]);
});

test('no two cases have the same name', () => {
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('the table in the documentation is the one that is held', async () => {
  await expect(proofDocument()).toMatchFileSnapshot('../../../docs/windows-proof.md');
});
