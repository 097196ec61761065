import type { ContentPart } from '../../contract/plan';

export interface ProxySettings {
  address: string;
  port: string;
  /** null: the proxy asks for no credentials. */
  user: string | null;
  /** Name of the secret that holds the password; used only with a user. */
  passwordSecret: string;
}

/**
 * The proxy file in the only form that set-up accepts: exactly six lines in this order, values in
 * quotes. The form in the published articles is rejected.
 * Source: vendor source, SetupFramework/ValidationHelper.cs, and runs of it.
 */
export function proxySettingsFile(proxy: ProxySettings): ContentPart[] {
  const withUser = proxy.user !== null;
  return [
    {
      text: [
        '[ProxySettings]',
        `ProxyAuthentication = "${withUser ? 'Yes' : 'No'}"`,
        `ProxyIP = "${proxy.address}"`,
        `ProxyPort = "${proxy.port}"`,
        `ProxyUserName = "${proxy.user ?? ''}"`,
        'ProxyPassword = "',
      ].join('\r\n'),
    },
    ...(withUser ? [{ secret: proxy.passwordSecret }] : []),
    { text: '"\r\n' },
  ];
}

/** What is wrong with a value that goes between quotes in that file; null when it arrives as it is. */
export function mangledInProxyFile(
  value: string,
): 'quoteOrEquals' | 'blanks' | 'backslash' | 'notAscii' | null {
  if (/["=]/.test(value)) return 'quoteOrEquals';
  if (value !== value.trim() || /[\r\n]/.test(value)) return 'blanks';
  if (value.endsWith('\\')) return 'backslash';
  if (/[^\x20-\x7e]/.test(value)) return 'notAscii';
  return null;
}
