import { z } from 'zod';
import { ScriptError } from './script';

const mode = z.enum(['none', 'system', 'custom']);
const signIn = z.enum(['none', 'given', 'windows']);

/** What the scripts that ask the internet take; every value is text. */
export const webRequestFields = {
  address: z.string(),
  proxyMode: mode,
  proxyServer: z.string().default(''),
  proxyPort: z.string().default(''),
  signIn,
  user: z.string().default(''),
  password: z.string().default(''),
  timeoutSeconds: z.string().regex(/^\d+$/),
};

/** Ends the script as .NET does with an address it doesn't understand, or another scheme. */
export function requireHttps(address: string): void {
  if (!URL.canParse(address)) {
    throw new ScriptError(
      'Invalid URI: The format of the URI could not be determined.',
      'System.UriFormatException',
    );
  }
  if (new URL(address).protocol !== 'https:') {
    throw new ScriptError(
      'Only an https address is asked.',
      'System.Management.Automation.RuntimeException',
    );
  }
}
