import { describe, expect, it } from 'vitest';
import type { ArgumentReference, ExitCodeReference } from '../../../contract/reference';
import { filterArguments, filterExitCodes } from '../../../renderer/src/pages/reference/filter';

const argument = (name: string, changes: Partial<ArgumentReference> = {}): ArgumentReference => ({
  name,
  use: 'asked',
  takesValue: true,
  documented: '',
  real: '',
  byDefault: null,
  example: '',
  why: '',
  ...changes,
});

const code = (value: number, changes: Partial<ExitCodeReference> = {}): ExitCodeReference => ({
  program: 'setup',
  code: value,
  what: '',
  meaning: '',
  next: '',
  milestones: [],
  ...changes,
});

describe('the filter of the reference', () => {
  const all = [
    argument('/CSIP', { real: 'Address of the configuration server' }),
    argument('/PSIP', { real: 'Address of this server', use: 'never' }),
  ];

  it('shows everything while nothing is typed', () => {
    expect(filterArguments(all, '  ')).toHaveLength(2);
  });

  it('finds all words in any order and any case', () => {
    expect(filterArguments(all, 'SERVER csip').map(({ name }) => name)).toEqual(['/CSIP']);
    expect(filterArguments(all, 'csip psip')).toEqual([]);
  });

  it('finds an argument by the word of its use', () => {
    expect(filterArguments(all, 'never passed').map(({ name }) => name)).toEqual(['/PSIP']);
  });

  it('takes a number as the beginning of a code, not as a part of any text', () => {
    const codes = [code(113), code(1), code(5), code(31, { meaning: 'Follows code 113' })];
    expect(filterExitCodes(codes, '113').map((item) => item.code)).toEqual([113]);
    expect(filterExitCodes(codes, '1').map((item) => item.code)).toEqual([113, 1]);
    expect(filterExitCodes([code(-2), code(2)], '-2').map((item) => item.code)).toEqual([-2]);
  });

  it('finds a code by program and milestone together', () => {
    const codes = [
      code(1, { program: 'mysql', milestones: ['Third-party programs'] }),
      code(1, { program: 'cx', milestones: ['Registration'] }),
    ];
    expect(filterExitCodes(codes, '1 registration').map((item) => item.program)).toEqual(['cx']);
  });
});
