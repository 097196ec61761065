import { fstatSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Answers, Procedure } from '../../contract/runbook';
import { text } from '../../contract/text/psm';
import { readAnswers } from '../answers/answer-file';
import { readText } from './read-text';
import { WrongUse } from './wrong-use';

const SECRET_WAIT_MS = 10_000;

/** The answers in a file. Throws `WrongUse` with the reason, and the place where there is one. */
export function readAnswerFile(file: string, procedure: Procedure): Answers {
  try {
    return readAnswers(readText(file), procedure);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WrongUse(text.answersUnreadable(file, why));
  }
}

/** Answers with what was detected where none was given; the terms are never accepted by default. */
export function fillIn(
  answers: Answers,
  procedure: Procedure,
): { answers: Answers; filled: string[] } {
  const filled: string[] = [];
  const all: Record<string, string> = { ...answers };
  for (const { name, suggestion, kind, onlyWhen } of procedure.questions) {
    if (all[name] !== undefined || suggestion === null) continue;
    if (kind === 'secret' || kind === 'terms') continue;
    if (onlyWhen && !onlyWhen.in.includes(all[onlyWhen.name] ?? '')) continue;
    all[name] = suggestion;
    filled.push(text.filledIn(name, suggestion));
  }
  return { answers: all, filled };
}

const withoutLineEnd = (value: string) => value.replace(/^\uFEFF/, '').replace(/\r?\n$/, '');

/** Secrets from files named on the command line. */
export function readSecretFiles(given: readonly string[]): Map<string, string> {
  const secrets = new Map<string, string>();
  for (const one of given) {
    const match = /^(\w+)=@(.+)$/.exec(one);
    const [, name, file] = match ?? [];
    if (name === undefined || file === undefined)
      throw new WrongUse(text.unknownSecretForm(one.split('=')[0] ?? ''));
    try {
      secrets.set(name, withoutLineEnd(readFileSync(file, 'utf8')));
    } catch {
      throw new WrongUse(text.secretFile(file));
    }
  }
  return secrets;
}

/** The first line that holds something, once it is whole or nothing more can come. */
function firstWrittenLine(all: string): string | null {
  const lines = all.replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines.find((line) => line.trim() !== '') ?? null;
}

function firstLineOfInput(): Promise<string> {
  return new Promise((resolve) => {
    let all = '';
    const finish = () => {
      clearTimeout(timer);
      process.stdin.removeAllListeners('data');
      process.stdin.pause();
      resolve(firstWrittenLine(all) ?? '');
    };
    const timer = setTimeout(finish, SECRET_WAIT_MS);
    process.stdin.setEncoding('utf8');
    process.stdin.on('data', (piece) => {
      all += piece;
      if (firstWrittenLine(all.slice(0, all.lastIndexOf('\n') + 1)) !== null) finish();
    });
    process.stdin.once('end', finish);
    process.stdin.once('error', finish);
  });
}

/** False for a terminal, and for a standard input that was closed or can't be opened. */
function inputCanBeRead(): boolean {
  try {
    fstatSync(0);
    return !process.stdin.isTTY;
  } catch {
    return false;
  }
}

/** All of standard input; nothing when it is a terminal or closed. */
export async function readAllInput(): Promise<string> {
  if (!inputCanBeRead()) return '';
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('utf8');
}

/** Secrets from one JSON line on standard input; none when it is a terminal or says nothing. */
export async function readSecretInput(): Promise<Map<string, string>> {
  const line = inputCanBeRead() ? await firstLineOfInput() : '';
  if (line.trim() === '') return new Map();
  try {
    return new Map(Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(line))));
  } catch {
    throw new WrongUse(text.secretLine);
  }
}
