import type { Check, CheckResult } from '../../../contract/check';
import { text } from '../../../contract/text/engine';
import { portCertificate } from './certificate-checks';
import { type CheckContext, unseen } from './context';
import {
  fileAbsent,
  fileExists,
  fileHash,
  folderAsRecorded,
  folderClosed,
  folderProtected,
  logSays,
  settingIs,
  verifiedCopy,
} from './file-checks';
import { scriptLists } from './list-checks';
import { registryAsKept } from './registry-as-kept';
import { rowAbsent } from './row-absent';
import {
  certificateValid,
  httpsAnswers,
  processAbsent,
  productAbsent,
  productInstalled,
  registryValue,
  scriptSays,
  serviceIs,
} from './server-checks';

function look(check: Check, context: CheckContext): Promise<CheckResult> {
  switch (check.kind) {
    case 'serviceIs':
      return serviceIs(check, context);
    case 'httpsAnswers':
      return httpsAnswers(check, context);
    case 'registryValue':
      return registryValue(check, context);
    case 'productInstalled':
      return productInstalled(check, context);
    case 'productAbsent':
      return productAbsent(check, context);
    case 'fileExists':
      return fileExists(check, context);
    case 'fileAbsent':
      return fileAbsent(check, context);
    case 'fileHash':
      return fileHash(check, context);
    case 'folderProtected':
      return folderProtected(check, context);
    case 'folderClosed':
      return folderClosed(check, context);
    case 'verifiedCopy':
      return verifiedCopy(check, context);
    case 'folderAsRecorded':
      return folderAsRecorded(check, context);
    case 'settingIs':
      return settingIs(check, context);
    case 'logSays':
      return logSays(check, context);
    case 'certificateValid':
      return certificateValid(check, context);
    case 'scriptSays':
      return scriptSays(check, context);
    case 'scriptLists':
      return scriptLists(check, context);
    case 'portCertificate':
      return portCertificate(check, context);
    case 'rowAbsent':
      return rowAbsent(check, context);
    case 'processAbsent':
      return processAbsent(check, context);
    case 'registryAsKept':
      return registryAsKept(check, context);
  }
}

async function lookSafely(check: Check, context: CheckContext): Promise<CheckResult> {
  try {
    return await look(check, context);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return unseen(check, '', text.checkWords.couldNotTell(why), check.label);
  }
}

const RETRY_SECONDS = 5;

/** The same server, asked for services and registry only once: for checks made in one go. */
function glance(context: CheckContext): CheckContext {
  const { server } = context;
  const trees = new Map<string, ReturnType<typeof server.registry.read>>();
  let services: ReturnType<typeof server.services.list> | null = null;
  return {
    ...context,
    server: {
      ...server,
      services: {
        list: () => {
          services ??= server.services.list();
          return services;
        },
      },
      registry: {
        ...server.registry,
        read: (view, key) => {
          const name = `${view} ${key.toLowerCase()}`;
          const tree = trees.get(name) ?? server.registry.read(view, key);
          trees.set(name, tree);
          return tree;
        },
      },
    },
  };
}

/** Looks at the server until the check holds or its time is over. Never throws. */
async function evaluateCheck(
  check: Check,
  context: CheckContext,
  lastLook: CheckContext,
): Promise<{ result: CheckResult; newestLook: CheckContext }> {
  const { clock } = context.server;
  const limit = clock.now().getTime() + check.withinSeconds * 1000;
  let newestLook = lastLook;
  while (true) {
    const result = await lookSafely(check, newestLook);
    if (result.verdict === 'passed' || clock.now().getTime() >= limit) {
      return { result, newestLook };
    }
    await clock.sleep(RETRY_SECONDS);
    newestLook = glance(context);
  }
}

/** All results, in order; what several checks read is read once, and anew after every wait. */
export async function evaluateChecks(
  checks: readonly Check[],
  context: CheckContext,
): Promise<CheckResult[]> {
  let look = glance(context);
  const results: CheckResult[] = [];
  for (const check of checks) {
    const { result, newestLook } = await evaluateCheck(check, context, look);
    look = newestLook;
    results.push(result);
  }
  return results;
}

/** What holds right now, without waiting for any of it. */
export function evaluateNow(
  checks: readonly Check[],
  context: CheckContext,
): Promise<CheckResult[]> {
  return evaluateChecks(
    checks.map((check) => ({ ...check, withinSeconds: 0 })),
    context,
  );
}

export const allPassed = (results: readonly CheckResult[]) =>
  results.every((result) => result.verdict === 'passed');
