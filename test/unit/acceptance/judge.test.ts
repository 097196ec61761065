import { expect, test } from 'vitest';
import { type Answer, notTold, told } from '../../acceptance/fact';
import { judgeText, sameMembers, within } from '../../acceptance/judge';

const verdictOf = (ours: Answer<string>, second: Answer<string>) => judgeText(ours, second).verdict;

test('two that say the same agree, two that do not differ with both words', () => {
  expect(verdictOf(told('a'), told('a'))).toBe('agrees');
  expect(judgeText(told('a'), told('b'))).toEqual({
    verdict: 'differs',
    ours: 'a',
    second: 'b',
    reason: '"a" is not "b"',
  });
});

test('nothing agrees with a tool that answers nothing', () => {
  expect(verdictOf(told('a'), notTold('x.exe answered nothing', true))).toBe('couldNotCompare');
  expect(verdictOf(told(''), notTold('x.exe answered nothing', true))).toBe('couldNotCompare');
});

test('where only we can not tell, that is a difference', () => {
  expect(verdictOf(notTold('the script failed'), told('a'))).toBe('differs');
});

test('where what we ask only stands in for the real tool, nothing is claimed', () => {
  expect(verdictOf(notTold('PowerShell answered nothing', true), told('a'))).toBe(
    'couldNotCompare',
  );
});

test('where nobody tells, both reasons are named', () => {
  const { verdict, reason } = judgeText(notTold('one'), notTold('two'));
  expect(verdict).toBe('couldNotCompare');
  expect(reason).toBe('one; second source: two');
});

test('members of lists whatever their order, two of a kind counted twice', () => {
  expect(sameMembers(['a', 'b'], ['b', 'a'])).toBeNull();
  expect(sameMembers(['a', 'a'], ['a'])).toEqual({ difference: 'only we: a' });
  expect(sameMembers(['a'], ['b'])).toEqual({
    difference: 'only we: a; only the second source: b',
  });
});

test('amounts may be apart by their tolerance and no more', () => {
  expect(within(10, 12, 2, 's')).toBeNull();
  expect(within(10, 13, 2, 's')).toEqual({ difference: '3 s apart' });
  expect(within(10, Number.NaN, 2, 's')).not.toBeNull();
});
