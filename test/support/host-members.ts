import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const hostFolder = join(import.meta.dirname, '..', '..', 'main', 'host');

const isExported = (node: ts.HasModifiers) =>
  ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;

const isFunction = (node: ts.Node | undefined) =>
  node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));

function functionsOf(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement) && isExported(statement)) {
    return [statement.name?.text ?? ''];
  }
  if (ts.isVariableStatement(statement) && isExported(statement)) {
    return statement.declarationList.declarations
      .filter(({ initializer }) => isFunction(initializer))
      .map(({ name }) => name.getText());
  }
  if (ts.isInterfaceDeclaration(statement) && isExported(statement)) {
    return statement.members
      .filter(
        (member) =>
          ts.isMethodSignature(member) ||
          (ts.isPropertySignature(member) &&
            member.type !== undefined &&
            ts.isFunctionTypeNode(member.type)),
      )
      .map((member) => `${statement.name.text}.${member.name?.getText()}`);
  }
  if (ts.isClassDeclaration(statement) && isExported(statement)) {
    return statement.members
      .filter((member) => ts.isMethodDeclaration(member) && ts.isIdentifier(member.name))
      .map((member) => `${statement.name?.text}.${member.name?.getText()}`);
  }
  return [];
}

/**
 * Everything of main/host that can be called: exported functions by name, methods of exported
 * interfaces and classes as `Name.method`, each with its file.
 */
export function hostMembers(): { file: string; member: string }[] {
  return readdirSync(hostFolder)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(hostFolder, file), 'utf8');
      const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
      return source.statements.flatMap(functionsOf).map((member) => ({ file, member }));
    });
}
