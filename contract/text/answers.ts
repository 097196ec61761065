/** Words of the answer file: what stands in it, what its schema says, and why one is refused. */
export const text = {
  howToRead: [
    'Answers of this procedure, for psm and for the window. This is JSON with comments.',
    'An answer behind // is not given: take the // away to give it. What is left out is filled in as detected; terms and secrets never are.',
  ],
  section: (title: string) => `${title}:`,
  choice: (value: string, label: string, hint: string) =>
    hint === '' ? `"${value}": ${label}` : `"${value}": ${label}. ${hint}`,
  offered: (value: string) => `For example "${value}".`,
  secret: (name: string) =>
    `A secret, never kept here: give it with --secret ${name}=@FILE, or on standard input.`,
  schema: {
    title: (procedure: string) => `Answers: ${procedure}`,
    description:
      'Answers to the questions of one procedure of Process Server Manager. Secrets do not belong in the file.',
    itself: 'Where this schema lies, for editors.',
    procedure: 'The procedure whose questions are answered here.',
    onlyWhen: (name: string, values: string) => `Asked only while ${name} is ${values}.`,
    or: ' or ',
  },
  at: (line: number, column: number, problem: string) =>
    `line ${line}, column ${column}: ${problem}`,
  problems: {
    tooLarge: 'The file is larger than 1 MB. Answers need a few kilobytes: give the right file.',
    notAnObject: 'Answers stand between { and }, as "name": value.',
    nested: (name: string) =>
      `${name} holds a list or an object. Every answer is one text, number, true or false.`,
    noValue: (name: string) =>
      `${name} has no value. Leave the line out, or give a text, a number, true or false.`,
    number: (name: string) => `Couldn't take the number of ${name} as it stands. Put it in quotes.`,
    backslash: (name: string) =>
      `A single backslash in ${name} turns the letter behind it into another sign. Double it: "D:\\\\ASR".`,
    unknown: (name: string, nearest: string) =>
      `There is no answer named ${name}. The nearest name is ${nearest}.`,
    secret: (name: string) =>
      `${name} is a secret and does not belong in an answer file. Use --secret ${name}=@FILE or standard input.`,
    secretLike: (name: string, secret: string) =>
      `There is no answer named ${name}. The nearest name is ${secret}, which is a secret and does not belong in an answer file. Use --secret ${secret}=@FILE or standard input.`,
    twice: (name: string, line: number) =>
      `${name} stands here again; the first is in line ${line}.`,
    otherProcedure: (given: string, expected: string) =>
      `These are answers for ${given}, not for ${expected}.`,
    notText: (name: string) => `${name} has to be a text in double quotes.`,
    syntax: {
      InvalidSymbol: 'Expected a text in double quotes, a number, true or false.',
      InvalidNumberFormat: 'Expected a number in plain digits.',
      PropertyNameExpected: 'Expected a name in double quotes.',
      ValueExpected: 'Expected a value behind the colon.',
      ColonExpected: 'Expected a colon between name and value.',
      CommaExpected: 'Expected a comma before the next answer.',
      CloseBraceExpected: 'Expected } at the end of the answers.',
      EndOfFileExpected: 'Expected nothing behind the closing }.',
      UnexpectedEndOfComment: 'A comment that begins with /* has to end with */.',
      UnexpectedEndOfString: 'A text has to end with a double quote in the same line.',
      UnexpectedEndOfNumber: 'The number is not complete.',
      InvalidUnicode: 'A backslash in a text has to be doubled: "D:\\\\ASR".',
      InvalidEscapeCharacter: 'A backslash in a text has to be doubled: "D:\\\\ASR".',
      InvalidCharacter: 'A sign here can not be typed so: tabs do not belong in a text.',
    },
    unreadable: "Couldn't read this as JSON.",
  },
} as const;
