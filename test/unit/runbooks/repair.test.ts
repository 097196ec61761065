import { expect, test } from 'vitest';
import type { ServerFacts } from '../../../contract/facts';
import { findRunbook } from '../../../main/runbooks/catalogue';
import { repairRunbook } from '../../../main/runbooks/repair/repair';
import { fittingPackage, wayOut } from '../../../main/runbooks/repair/way-out';
import { linkReader } from '../../../main/vendor/junction';
import { factsWith } from '../../support/sample-facts';

const none = factsWith().products;
const V = '9.55.6765.1';
const whole = { dependencies: V, processServer: V, masterTarget: V, agent: '2.0.9269.0' };

const way = (products: Partial<ServerFacts['products']>, isGalleryImage = false) =>
  wayOut(
    factsWith({
      products: { ...none, ...products },
      configuration: { ...factsWith().configuration, isGalleryImage },
    }),
  );

test.each([
  ['nothing', {}, 'setUp'],
  ['the agent alone', { agent: '2.0' }, 'setUp'],
  ['a master target alone', { masterTarget: V }, 'remove'],
  ['dependencies alone', { dependencies: V }, 'beforeProcessServer'],
  ['no agent', { ...whole, agent: null }, 'reinstall'],
  ['all of one version', whole, 'none'],
  ['an older master target', { ...whole, masterTarget: '9.54.6682.1' }, 'upgrade'],
  ['the same version, written otherwise', { ...whole, masterTarget: '9, 55, 6765, 1' }, 'none'],
] as const)('with %s the way out is told', (_what, products, expected) => {
  expect(way(products)).toBe(expected);
});

test('numbers that only one part names make no two versions', () => {
  expect(way({ ...whole, masterTarget: '9.55.6765' })).toBe('none');
});

test('parts of a configuration server lead to no procedure of this program', () => {
  const facts = factsWith({
    products: { ...none, ...whole, agent: null },
    configuration: { ...factsWith().configuration, serverType: '3' },
  });
  const parts = repairRunbook.preconditions({}, facts).find(({ id }) => id === 'parts');
  expect(parts).toMatchObject({ verdict: 'blocks' });
  expect(parts?.leadsTo).toBeUndefined();
  expect(parts?.mend).toContain('procedure of the configuration server');
});

test('the gallery image needs two parts only', () => {
  const parts = { dependencies: V, processServer: V };
  expect([way(parts, true), way(parts)]).toEqual(['none', 'reinstall']);
});

test('only a verified set-up file of the same version fits', () => {
  const kept = (version: string, state: 'verified' | 'changed') => ({
    id: version,
    folder: '',
    path: '',
    from: null,
    keptAt: null,
    sizeBytes: 1,
    wholeBytes: null,
    state,
    sha256: null,
    version,
    signer: null,
    revocation: null,
    isUnpacked: false,
  });
  const products = { ...none, processServer: V };
  const packages = [kept('9.63.1.1', 'verified'), kept('9.55.1.1', 'changed')];
  expect(fittingPackage(factsWith({ products, packages }))).toBeNull();
  const fitting = [...packages, kept('9.55.2.2', 'verified')];
  expect(fittingPackage(factsWith({ products, packages: fitting }))).toBe('9.55.2.2');
});

test('missing parts block, with the procedure that brings them', () => {
  const conditions = repairRunbook.preconditions(
    {},
    factsWith({ products: { ...none, processServer: V } }),
  );
  const parts = conditions.find(({ id }) => id === 'parts');
  expect(parts).toMatchObject({ verdict: 'blocks', leadsTo: { procedure: 'set-up' } });
  expect(parts?.found).toContain('Master target');
});

test('mklink is judged by its exit code, with its words', () => {
  const ended = { output: '', error: 'Access is denied.\r\n', log: '' };
  expect(linkReader.judge({ ...ended, code: 0 }).problem).toBeNull();
  expect(linkReader.judge({ ...ended, code: 1 }).problem).toMatchObject({
    code: '1',
    toolWords: ['Access is denied.'],
  });
});

test('every procedure that it leads to is one that there is', () => {
  const led = [
    {},
    { masterTarget: V },
    { dependencies: V },
    { ...whole, agent: null },
    { ...whole, masterTarget: '9.54.6682.1' },
    whole,
  ].flatMap((products) =>
    repairRunbook
      .preconditions({}, factsWith({ products: { ...none, ...products } }))
      .flatMap(({ leadsTo }) => leadsTo?.procedure ?? []),
  );
  expect(new Set(led)).toEqual(new Set(['set-up', 'decommission', 'upgrade', 'register']));
  for (const name of led) expect(findRunbook(name)?.name).toBe(name);
});

test('among parts of two versions none is shown as good for being there', () => {
  const goodOnes = (masterTarget: string) => {
    const facts = factsWith({ products: { ...none, ...whole, masterTarget } });
    const { sections } = repairRunbook.describe(facts, {});
    return sections
      .flatMap(({ findings }) => findings)
      .filter(({ value, isGood }) => isGood && value.startsWith('Master target'));
  };
  expect(goodOnes(V)).toHaveLength(1);
  expect(goodOnes('9.54.6682.1')).toEqual([]);
});
