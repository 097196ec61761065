import { expect, test } from 'vitest';
import {
  compareNamedVersions,
  compareVersions,
  familyOf,
  plainVersion,
} from '../../../main/vendor/versions';

test.each([
  ['9.55.6765.1', '9.55.6765.1'],
  ['9, 55, 6765, 1', '9.55.6765.1'],
  ['9,55,6765,1', '9.55.6765.1'],
  [' 9.55 (release)', '9.55'],
])('the version %j is read as %s', (given, plain) => expect(plainVersion(given)).toBe(plain));

test.each(['', '9', 'newest', 'v9.55', '9.55-beta', '9.55.1.2.3'])(
  'the version %j can not be read, and is not taken for a low one',
  (given) => expect(plainVersion(given)).toBeNull(),
);

test('versions are compared number by number, not sign by sign', () => {
  expect(compareVersions('9.9', '9.10')).toBeLessThan(0);
  expect(compareVersions('9.55.0.0', '9.55')).toBe(0);
  expect(compareNamedVersions('9.55.6765.1', '9.55')).toBe(0);
  expect(compareNamedVersions('9.60', '9.55.6765.1')).toBeGreaterThan(0);
  expect(familyOf('9.55.6765.1')).toBe('9.55');
});
