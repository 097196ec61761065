/** One entry of an access list in a form that both sources can be brought to. */
export interface AccessEntry {
  sid: string;
  allows: boolean;
  inherited: boolean;
  /** The access mask, unsigned. */
  mask: number;
}

/** Source: learn.microsoft.com, SID strings (SDDL). */
const SIDS: Readonly<Record<string, string>> = {
  AC: 'S-1-15-2-1',
  AU: 'S-1-5-11',
  BA: 'S-1-5-32-544',
  BG: 'S-1-5-32-546',
  BU: 'S-1-5-32-545',
  CO: 'S-1-3-0',
  CG: 'S-1-3-1',
  IU: 'S-1-5-4',
  LS: 'S-1-5-19',
  NS: 'S-1-5-20',
  NU: 'S-1-5-2',
  OW: 'S-1-3-4',
  PU: 'S-1-5-32-547',
  SO: 'S-1-5-32-549',
  SU: 'S-1-5-6',
  SY: 'S-1-5-18',
  WD: 'S-1-1-0',
};

/** Source: learn.microsoft.com, ACE strings. */
const RIGHTS: Readonly<Record<string, number>> = {
  GA: 0x10000000,
  GR: 0x80000000,
  GW: 0x40000000,
  GX: 0x20000000,
  FA: 0x1f01ff,
  FR: 0x120089,
  FW: 0x120116,
  FX: 0x1200a0,
  RC: 0x20000,
  SD: 0x10000,
  WD: 0x40000,
  WO: 0x80000,
  CC: 1,
  DC: 2,
  LC: 4,
  SW: 8,
  RP: 0x10,
  WP: 0x20,
  DT: 0x40,
  LO: 0x80,
  CR: 0x100,
};

const or = (masks: readonly number[]) => masks.reduce((sum, mask) => (sum | mask) >>> 0, 0);

function sddlMask(rights: string): number {
  if (/^0x/i.test(rights)) return Number.parseInt(rights, 16) >>> 0;
  return or((rights.match(/../g) ?? []).map((pair) => RIGHTS[pair] ?? 0));
}

/**
 * The access list of one file in what `icacls /save` wrote (a name, then its list in SDDL). Null
 * when there is no list in it.
 */
export function parseSavedAccess(
  text: string,
): { protected: boolean; access: AccessEntry[] } | null {
  const [, flags, list] = /^D:([A-Z]*)((?:\([^)]*\))*)/m.exec(text) ?? [];
  if (flags === undefined || list === undefined) return null;
  const access = [...list.matchAll(/\(([^)]*)\)/g)].map(([, ace = '']) => {
    const [type = '', inheritance = '', rights = '', , , sid = ''] = ace.split(';');
    return {
      sid: SIDS[sid] ?? sid,
      allows: type === 'A',
      inherited: /^(..)*ID/.test(inheritance),
      mask: sddlMask(rights),
    };
  });
  return { protected: flags.replace('AI', '').replace('AR', '').includes('P'), access };
}

/** Source: learn.microsoft.com, FileSystemRights. */
const NAMED: Readonly<Record<string, number>> = {
  ReadData: 1,
  ListDirectory: 1,
  WriteData: 2,
  CreateFiles: 2,
  AppendData: 4,
  CreateDirectories: 4,
  ReadExtendedAttributes: 8,
  WriteExtendedAttributes: 0x10,
  ExecuteFile: 0x20,
  Traverse: 0x20,
  DeleteSubdirectoriesAndFiles: 0x40,
  ReadAttributes: 0x80,
  WriteAttributes: 0x100,
  Write: 0x116,
  Delete: 0x10000,
  ReadPermissions: 0x20000,
  Read: 0x20089,
  ReadAndExecute: 0x200a9,
  Modify: 0x301bf,
  ChangePermissions: 0x40000,
  TakeOwnership: 0x80000,
  Synchronize: 0x100000,
  FullControl: 0x1f01ff,
};

/** The mask of rights as .NET words them: names, or a signed number where it has no name. */
export function maskOfRights(words: string): number {
  if (/^-?\d+$/.test(words)) return Number(words) >>> 0;
  return or(words.split(', ').map((name) => NAMED[name] ?? 0));
}

/** One entry in one word, to compare lists whatever their order. */
export const accessWord = ({ sid, allows, inherited, mask }: AccessEntry) =>
  `${sid}:${allows ? 'allow' : 'deny'}:0x${mask.toString(16)}${inherited ? ':inherited' : ''}`;
