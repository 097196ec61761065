import type { Check, CheckOf } from '../../../contract/check';
import { text } from '../../../contract/text/export';
import { list, listProgramArguments, literal, valueTable } from './literal';

const SETTING_READERS: Readonly<Record<string, string>> = {
  quoted: 'Test-QuotedSetting',
  plain: 'Test-PlainSetting',
  whole: 'Test-WholeSetting',
};

const orNothing = (value: string | null) => (value === null ? '$null' : literal(value));

/** A key of one of the hives that Windows names in full. */
function registryKey(key: string): string {
  if (!/^HKEY_(?:LOCAL_MACHINE|CURRENT_USER|USERS|CLASSES_ROOT)\\/.test(key)) {
    throw new Error(`The export knows no registry key ${key}.`);
  }
  return literal(key);
}

function settingCode(check: CheckOf<'settingIs'>): string {
  const test = SETTING_READERS[check.reader];
  if (!test) throw new Error(`The export can not read settings as the reader ${check.reader}.`);
  return (
    `${test} -Path ${literal(check.path)} -Name ${literal(check.setting)}` +
    ` -Expected ${literal(check.expected)}`
  );
}

function serviceCode(check: CheckOf<'serviceIs'>): string {
  const state = check.state === 'any' ? text.anyValue : check.state;
  const startTypes = check.startTypes.length === 0 ? text.anyValue : check.startTypes.join(' or ');
  return (
    `Test-Service -Name ${literal(check.service)} -State ${literal(check.state)}` +
    ` -StartTypes ${list(check.startTypes)} -Needed ${literal(text.service(state, startTypes))}`
  );
}

function registryCode(
  test: string,
  { view, key, name }: { view: '32' | '64'; key: string; name: string },
): string {
  return `${test} -View ${literal(view)} -Key ${registryKey(key)} -Name ${literal(name)}`;
}

const withRecord = ({ path, recordPath }: { path: string; recordPath: string }) =>
  `-Path ${literal(path)} -RecordPath ${literal(recordPath)}`;

/** The call of PowerShell that looks whether a check holds. */
export function checkCode(check: Check): string {
  switch (check.kind) {
    case 'serviceIs':
      return serviceCode(check);
    case 'httpsAnswers':
      return `Test-Https -Server ${literal(check.host)} -Port ${check.port} -Status ${check.status}`;
    case 'registryValue':
      return `${registryCode('Test-RegistryValue', check)} -Expected ${orNothing(check.expected)}`;
    case 'productInstalled':
      return (
        `Test-ProductInstalled -DisplayName ${literal(check.displayName)}` +
        ` -Version ${orNothing(check.version)}`
      );
    case 'productAbsent':
      return `Test-ProductAbsent -DisplayName ${literal(check.displayName)}`;
    case 'fileExists':
      return `Test-FileThere -Path ${literal(check.path)}`;
    case 'fileAbsent':
      return `Test-FileAbsent -Path ${literal(check.path)}`;
    case 'fileHash':
      return `Test-FileHash -Path ${literal(check.path)} -SameAs ${literal(check.sameAs)}`;
    case 'folderProtected':
      return `Test-FolderProtected -Path ${literal(check.path)} -MayInherit $false`;
    case 'folderClosed':
      return `Test-FolderProtected -Path ${literal(check.path)} -MayInherit $true`;
    case 'verifiedCopy':
      return `Test-VerifiedCopy ${withRecord(check)}`;
    case 'folderAsRecorded':
      return `Test-FolderAsRecorded ${withRecord(check)}`;
    case 'settingIs':
      return settingCode(check);
    case 'logSays':
      return (
        `Test-LogSays -Path ${literal(check.path)} -Says ${literal(check.text)}` +
        ` -Expected ${check.expected ? '$true' : '$false'}`
      );
    case 'certificateValid':
      return (
        `${registryCode('Test-Certificate', check.thumbprintFrom)}` +
        ` -ValidAfter ${literal(check.validAfter ?? '')}`
      );
    case 'portCertificate':
      return (
        `Test-PortCertificate -Server ${literal(check.host)} -Port ${check.port}` +
        ` -OtherThan ${literal(check.otherThan ?? '')} -ValidAfter ${literal(check.validAfter ?? '')}` +
        ` -FingerprintFile ${literal(check.fingerprintFile)}`
      );
    case 'scriptLists':
      return (
        `Test-ScriptLists -Name ${literal(check.script)} -Fields ${valueTable(check.input)}` +
        ` -List ${literal(check.list)} -Entries ${list(check.entries)}` +
        ` -Present ${check.present ? '$true' : '$false'} -HiddenBy ${literal(check.hiddenBy)}`
      );
    case 'scriptSays':
      return (
        `Test-ScriptSays -Name ${literal(check.script)} -Fields ${valueTable(check.input)}` +
        ` -Expected ${valueTable(check.expected)}`
      );
    case 'rowAbsent':
      return `Test-RowAbsent ${listProgramArguments(check.program, check.row)}`;
    case 'registryAsKept':
      return (
        `Test-RegistryAsKept -View ${literal(check.view)} -Key ${registryKey(check.key)}` +
        ` -File ${literal(check.keptAs ?? '')} -Exact ${check.exact ? '$true' : '$false'}`
      );
    case 'processAbsent':
      return `Test-ProcessAbsent -Names ${list(check.names)}`;
  }
}
