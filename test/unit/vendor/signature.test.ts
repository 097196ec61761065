import { expect, test } from 'vitest';
import { text } from '../../../contract/text/set-up';
import { judgementHelpers } from '../../../main/reports/export/judgement-helpers';
import { MICROSOFT_ROOTS, signatureReader } from '../../../main/vendor/set-up-package';

const microsoft =
  'CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US';
const good = {
  status: 'Valid',
  signer: microsoft,
  root: microsoft.replace('Corporation', 'Root Certificate Authority 2011'),
  rootThumbprint: '8F43288AD272F3103B6FB1428485EA3014C0BCFE',
  revocation: 'checked',
  productVersion: '9.66.7567.1',
  message: 'Signature verified.',
};
const whatOf = (answer: Record<string, unknown>) => signatureReader(answer).problem?.what;

test('accepts what Microsoft signed under one of its roots', () => {
  expect(MICROSOFT_ROOTS).toHaveLength(3);
  for (const rootThumbprint of MICROSOFT_ROOTS) {
    expect(signatureReader({ ...good, rootThumbprint }).problem).toBeNull();
  }
  expect(signatureReader(good).facts).toMatchObject({ version: '9.66.7567.1' });
});

test('refuses a root that only has the name of one of Microsoft', () => {
  const { what } = text.signature.otherPublisher;
  expect(whatOf({ ...good, rootThumbprint: '6EF20C79EF26DD93D5FCFA08BA558F166CD4311D' })).toBe(
    what,
  );
  expect(whatOf({ ...good, rootThumbprint: '' })).toBe(what);
  expect(whatOf({ ...good, rootThumbprint: undefined })).toBe(what);
});

test('refuses another publisher under a root of Microsoft', () => {
  const { what } = text.signature.otherPublisher;
  expect(whatOf({ ...good, signer: 'CN=Contoso Software, O=Contoso, C=US' })).toBe(what);
  expect(whatOf({ ...good, signer: 'CN=A, O=Microsoft Corporation Ltd, C=US' })).toBe(what);
});

test.each([
  ['NotSigned', text.signature.notSigned],
  ['HashMismatch', text.signature.changed],
  ['NotTrusted', text.signature.notTrusted],
  ['UnknownError', text.signature.notTrusted],
  ['valid', text.signature.notTrusted],
  ['', text.signature.notTrusted],
])('refuses the status "%s", whoever signed', (status, words) => {
  expect(signatureReader({ ...good, status }).problem).toMatchObject({ ...words, code: status });
});

test('an exported script knows the same roots', () => {
  const known = [...judgementHelpers.matchAll(/'([0-9A-F]{40})'/g)].map(([, root]) => root);
  expect(known).toEqual(MICROSOFT_ROOTS);
});
