import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';

/** One call of a command: its name and the parameters written with it, without the dash. */
export interface CommandCall {
  name: string;
  parameters: string[];
  text: string;
}

/** What the rules look at. */
export interface ParsedScript {
  text: string;
  lines: string[];
  /** The text with comments and strings blanked out, so that a word in them is no finding. */
  code: string;
  /** Places the grammar couldn't read, as `line: text`. */
  syntaxErrors: string[];
  calls: CommandCall[];
  functions: string[];
  /** Variables that get a value: assignments, loop variables and function parameters. */
  assigned: string[];
  /** Every variable that appears, lower case, without `$` or `@`. */
  variables: string[];
  /** The text of each `try` that has neither `catch` nor `finally`; the grammar lets it pass. */
  lonelyTries: string[];
}

/** A parser of PowerShell scripts, loaded once for a file of tests. */
export async function loadScriptParser(): Promise<(text: string) => ParsedScript> {
  await Parser.init();
  const grammar = createRequire(import.meta.url).resolve(
    'tree-sitter-powershell/tree-sitter-powershell.wasm',
  );
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return (text) => {
    const tree = parser.parse(text);
    if (tree === null) {
      throw new Error('The parser gave no tree.');
    }
    const parsed = describe(text, tree.rootNode);
    tree.delete();
    return parsed;
  };
}

function describe(text: string, root: Node): ParsedScript {
  const commands = root.descendantsOfType('command');
  const targets = [
    ...root
      .descendantsOfType('left_assignment_expression')
      .flatMap((left) => left.descendantsOfType('variable').slice(0, assignable(left))),
    ...root.descendantsOfType('foreach_statement').flatMap((loop) => loop.namedChild(0) ?? []),
    ...root.descendantsOfType('script_parameter').flatMap((one) => one.namedChild(0) ?? []),
  ];
  return {
    text,
    lines: text.replace(/\n$/, '').split('\n'),
    code: withoutWords(text, root),
    syntaxErrors: errorsBelow(root),
    calls: commands.map((command) => ({
      name: command.childForFieldName('command_name')?.text ?? '',
      parameters: parametersOf(command),
      text: command.text,
    })),
    functions: root.descendantsOfType('function_name').map((name) => name.text),
    assigned: targets.map((target) => nameOf(target)),
    variables: root.descendantsOfType('variable').map((variable) => nameOf(variable)),
    lonelyTries: root
      .descendantsOfType('try_statement')
      .filter((attempt) => !/\b(catch|finally)\b/i.test(withoutFirstBlock(attempt)))
      .map((attempt) => attempt.text),
  };
}

/** `$a.b = …` and `$a[0] = …` set a part of `$a`, which must have a value already. */
function assignable(left: Node): number {
  return /[.[]/.test(left.text) ? 0 : Number.POSITIVE_INFINITY;
}

function nameOf(variable: Node): string {
  return variable.text.replace(/^[$@]/, '').toLowerCase();
}

function parametersOf(command: Node): string[] {
  const elements = command.childForFieldName('command_elements')?.namedChildren ?? [];
  return elements
    .filter((element) => element.type === 'command_parameter')
    .map((element) => element.text.replace(/^-/, ''));
}

function withoutFirstBlock(attempt: Node): string {
  return attempt.namedChildren
    .slice(1)
    .map((child) => child.text)
    .join('\n');
}

function withoutWords(text: string, root: Node): string {
  let code = text;
  for (const node of root.descendantsOfType(['comment', 'string_literal'])) {
    const blank = node.text.replace(/[^\n]/g, ' ');
    code = code.slice(0, node.startIndex) + blank + code.slice(node.endIndex);
  }
  return code;
}

function errorsBelow(node: Node): string[] {
  if (node.isError || node.isMissing) {
    return [`${node.startPosition.row + 1}: ${node.text.slice(0, 80) || node.type}`];
  }
  return node.hasError ? node.children.flatMap((child) => errorsBelow(child)) : [];
}
