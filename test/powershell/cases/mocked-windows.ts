import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { answered, caseOf, type Place, type ScriptCase } from '../case';

const lists = ['SOFTWARE', 'SOFTWARE\\WOW6432Node'].map(
  (part) => `HKLM:\\${part}\\Microsoft\\Windows\\CurrentVersion\\Uninstall`,
);
/** Where programs of 64 and of 32 bits are listed. */
export const [list64 = '', list32 = ''] = lists;
export const manager = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';

interface Key {
  values: Readonly<Record<string, unknown>>;
  keys: Readonly<Record<string, Key | 'closed' | 'gone'>>;
}
export const key = (values: Key['values'], keys: Key['keys'] = {}): Key => ({ values, keys });

const usual = {
  cim: {} as Readonly<Record<string, readonly object[]>>,
  keys: { [list64]: key({}), [list32]: key({}), [manager]: key({}) } as Readonly<
    Record<string, Key>
  >,
  paths: [] as readonly string[],
  processes: [] as readonly object[],
};

function windows(place: Place, more: Partial<typeof usual>) {
  const told = join(place.folder, 'windows.json');
  const keys = { ...usual.keys, ...more.keys };
  writeFileSync(told, JSON.stringify({ ...usual, ...more, keys }));
  return { prelude: 'windows', environment: { PSM_MOCK_WINDOWS: told } };
}

/** A case on a Windows that the mock makes up. */
export const mocked = (
  script: string,
  name: string,
  more: Partial<typeof usual>,
  expected: z.ZodType,
  needs: ScriptCase['needs'] = 'any',
) =>
  caseOf(script, name, {
    needs,
    given: (place) => ({ ...windows(place, more), line: {} }),
    expected,
  });

/** On the Windows it runs on; only the form of the answer is known. */
export const real = (script: string, expected: z.ZodType, needs: ScriptCase['needs']) =>
  caseOf(script, 'answers about this very computer in the form the program reads', {
    needs,
    given: () => ({ line: {} }),
    expected: answered(expected),
  });
