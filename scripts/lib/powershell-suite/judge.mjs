/** @typedef {import('../../../test/powershell/case').Seen} Seen */
/** @typedef {import('../../../test/powershell/case').Progress} Progress */

const LONGEST = 600;

/**
 * Whether what PowerShell did is what the protocol and the case want: it ended with 0, printed one
 * answer for each script as its last line, only a download tells progress before it, every answer
 * has its form, and no secret is in what was printed.
 * @param {import('./start.mjs').Run} run
 * @param {Pick<import('../../../test/powershell/case').ScriptCase,
 *   'scripts' | 'expected' | 'secrets'>} wanted
 * @returns {{ complaints: string[], seen: Seen }}
 */
export function judge(run, { scripts, expected, secrets = [] }) {
  const { answers, progress, complaints } = readLines(run.output, scripts);
  if (run.late) complaints.unshift('It did not end in time.');
  else if (run.code !== 0) complaints.unshift(`It ended with ${run.code}.`);
  if (leaks(`${run.output}\n${run.error}`, secrets)) {
    // What was printed is not shown again.
    return { complaints: ['It printed a secret.'], seen: { answers, progress } };
  }
  for (const [index, schema] of expected.entries()) {
    if (index >= answers.length) continue;
    const parsed = schema.safeParse(answers[index]);
    if (parsed.success) continue;
    const found = JSON.stringify(answers[index]);
    complaints.push(`${scripts[index]} answered ${found}`.slice(0, LONGEST));
    for (const { path, message } of parsed.error.issues.slice(0, 5)) {
      complaints.push(`  ${path.map(String).join('.')}: ${message}`);
    }
  }
  if (complaints.length > 0 && run.error.trim() !== '') {
    complaints.push(`Standard error: ${run.error.trim()}`.slice(0, LONGEST));
  }
  return { complaints, seen: { answers, progress } };
}

/**
 * @param {string} output
 * @param {readonly string[]} scripts
 */
function readLines(output, scripts) {
  const lines = output.split(/\r?\n/);
  /** @type {string[]} */
  const complaints = [];
  if (lines.pop() !== '') complaints.push('The last line has no end.');
  /** @type {unknown[]} */
  const answers = [];
  /** @type {Progress[]} */
  const progress = [];
  let begun = scripts.length === 1 ? 1 : 0;
  for (const line of lines) {
    if (scripts.length > 1 && line === `#${begun}` && answers.length === begun) {
      begun += 1;
      continue;
    }
    const json = jsonOf(line);
    const script = scripts[begun - 1];
    if (isOfKind(json, 'result') && answers.length === begun - 1) answers.push(json);
    else if (isProgress(json) && script === 'download-file' && answers.length < begun) {
      progress.push(json);
    } else complaints.push(`A line that is no answer: ${line}`.slice(0, LONGEST));
  }
  if (answers.length !== scripts.length) {
    complaints.push(`${answers.length} answers of ${scripts.length}.`);
  }
  return { answers, progress, complaints };
}

/** @param {string} line @returns {unknown} */
function jsonOf(line) {
  try {
    return line.startsWith('{') ? JSON.parse(line) : undefined;
  } catch {
    return undefined;
  }
}

/** @param {unknown} json @param {string} kind */
function isOfKind(json, kind) {
  return typeof json === 'object' && json !== null && 'kind' in json && json.kind === kind;
}

/** @param {unknown} json @returns {json is Progress} */
function isProgress(json) {
  if (!isOfKind(json, 'progress') || typeof json !== 'object' || json === null) return false;
  const numbers = 'bytes' in json && 'total' in json ? [json.bytes, json.total] : [];
  return numbers.length === 2 && numbers.every((one) => typeof one === 'number');
}

/**
 * As it is, or as JSON and error messages write it.
 * @param {string} text
 * @param {readonly string[]} secrets
 */
function leaks(text, secrets) {
  const ways = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  return ways.some((way) => text.includes(way));
}
