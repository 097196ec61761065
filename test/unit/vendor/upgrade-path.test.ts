import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { upgradePath, versionAfter } from '../../../main/vendor/upgrade-path';

const kindOf = (installed: readonly string[], offered: string) =>
  upgradePath(installed, offered).kind;

describe('what set-up does with the versions', () => {
  test.each([
    [['9.52.6522.1'], '9.55.6765.1', 'upgrade'],
    [['9.51.1.1'], '9.55.6765.1', 'upgrade'],
    [['9.50.1.1'], '9.55.6765.1', 'tooOld'],
    [['9.55.6765.1'], '9.55.6765.1', 'same'],
    [['9.55.6700.1'], '9.55.6765.1', 'upgrade'],
    [['9.60.6956.1'], '9.55.6765.1', 'higher'],
    [['8.9.1.1'], '9.55.6765.1', 'otherMajor'],
    [['9.52.6522.1'], '', 'unreadable'],
    [['of today'], '9.55.6765.1', 'unreadable'],
    [['9.55.6765.1', '9.52.6522.1'], '9.55.6765.1', 'upgrade'],
    [['9.52.6522.1', '9.60.1.1'], '9.55.6765.1', 'higher'],
  ] as const)('%j with %s: %s', (installed, offered, kind) => {
    expect(kindOf(installed, offered)).toBe(kind);
  });

  test('a way of steps of at most four leads to the package', () => {
    expect(upgradePath(['9.40.5850.1'], '9.55.6765.1')).toMatchObject({
      through: ['9.44', '9.48', '9.52'],
    });
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 5, max: 60 }), (from, more) => {
        const path = upgradePath([`9.${from}.1.1`], `9.${from + more}.1.1`);
        if (path.kind !== 'tooOld') throw new Error(path.kind);
        const minors = [from, ...path.through.map((one) => Number(one.split('.')[1])), from + more];
        for (const [at, minor] of minors.slice(1).entries()) {
          const step = minor - (minors[at] ?? 0);
          expect(step).toBeGreaterThan(0);
          expect(step).toBeLessThanOrEqual(4);
        }
      }),
    );
  });
});

test('a part counts as upgraded by two numbers, by all where the two stay the same', () => {
  expect(versionAfter('9.52.6522.1', '9.55.6765.1')).toBe('9.55');
  expect(versionAfter('9.55.6700.1', '9.55.6765.1')).toBe('9.55.6765.1');
  expect(versionAfter('9.55', '9.55.6765.1')).toBe('9.55');
  expect(versionAfter(null, '9.55.6765.1')).toBe('9.55');
  expect(versionAfter('9.52.6522.1', 'none')).toBeNull();
});
