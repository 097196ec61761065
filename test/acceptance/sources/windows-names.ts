/** "10.0.20348" from what `ver` prints; null when there is no version in it. */
export function parseVer(text: string): string | null {
  return /(\d+\.\d+\.\d+)/.exec(text)?.[1] ?? null;
}

/**
 * The name of Windows as WMI words it, from `ProductName` in the registry, which Windows 11 never
 * changed from "Windows 10".
 */
export function captionFrom(productName: string, build: number): string {
  const plain = productName.trim().replace(/^Microsoft /, '');
  const name = build >= 22000 ? plain.replace(/^Windows 10\b/, 'Windows 11') : plain;
  return `Microsoft ${name}`;
}

/** Source: [MS-LCID], the languages Windows Server comes in and their most frequent neighbours. */
const LANGUAGES: Readonly<Record<string, string>> = {
  '0404': 'zh-TW',
  '0405': 'cs-CZ',
  '0407': 'de-DE',
  '0409': 'en-US',
  '040A': 'es-ES',
  '040C': 'fr-FR',
  '040E': 'hu-HU',
  '0410': 'it-IT',
  '0411': 'ja-JP',
  '0412': 'ko-KR',
  '0413': 'nl-NL',
  '0415': 'pl-PL',
  '0416': 'pt-BR',
  '0419': 'ru-RU',
  '041D': 'sv-SE',
  '041F': 'tr-TR',
  '0804': 'zh-CN',
  '0809': 'en-GB',
  '0816': 'pt-PT',
  '0C0A': 'es-ES',
};

/** The name of a language from the four digits the registry keeps; null for one not in the list. */
export function languageOf(code: string): string | null {
  return LANGUAGES[code.toUpperCase().padStart(4, '0')] ?? null;
}
