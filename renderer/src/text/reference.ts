import type { ArgumentReference } from '../../../contract/reference';

export const argumentUseWords: Readonly<Record<ArgumentReference['use'], string>> = {
  asked: 'Asked in Set up',
  always: 'Always passed on',
  never: 'Never passed on',
};

export const referenceText = {
  title: 'Reference',
  introduction: 'What the arguments and exit codes of set-up really mean.',
  tabsLabel: 'Parts of the reference',
  tabs: { arguments: 'Arguments of set-up', exitCodes: 'Exit codes' },
  filter: 'Filter',
  filterHint: 'Type words or a code',
  shownArguments: (shown: number, all: number) => `${shown} of ${all} arguments shown`,
  shownExitCodes: (shown: number, all: number) => `${shown} of ${all} exit codes shown`,
  noMatch: 'Nothing here holds all these words.',
  columns: {
    details: 'Details',
    argument: 'Argument',
    use: 'Use',
    byDefault: 'Default',
    program: 'Program',
    code: 'Code',
    what: 'What happened',
  },
  expand: (name: string) => `Details of ${name}`,
  codeOf: (program: string, code: number, what: string) => `code ${code} of ${program}: ${what}`,
  noDefault: 'None',
  takesNoValue: 'Takes no value',
  documented: 'Documented',
  real: 'What it really does',
  example: 'Example',
  exampleOf: (name: string) => `Example of ${name}`,
  why: 'Why',
  meaning: 'What it means',
  next: 'What to do',
  milestones: 'Where in the log it can come',
  anyMilestone: 'At any time',
};
