import { goToPage } from '../../scripts/lib/window.mjs';
import { expect, test } from '../support/window';

/** As the article prints it. */
const sample = String.raw`MicrosoftAzureSiteRecoveryUnifiedSetup.exe /q /xC:\Temp\Extracted
cd C:\Temp\Extracted
UNIFIEDSETUP.EXE /AcceptThirdpartyEULA /servermode "PS" /InstallLocation "D:\" /EnvType "VMWare" /CSIP "10.150.24.119" /PassphraseFilePath "C:\Users\Administrator\Desktop\Passphrase.txt" /DataTransferSecurePort 443`;

test("the article's sample is explained, corrected, and becomes answers of Set up", async ({
  bench,
}) => {
  const { window } = await bench.open({ scenario: 'fresh-vmware' });
  await goToPage(window, 'Maintain');
  await window.getByLabel(/Paste a command line/).fill(sample);
  await window.getByRole('button', { name: 'Explain' }).click();
  await expect(window.getByText('3 lines explained')).toBeVisible();
  await expect(window.getByText('Type this instead')).toBeVisible();
  await expect(
    window
      .getByText(String.raw`/InstallLocation D:\ASR /EnvType VMWare /CSIP 10.150.24.119`)
      .first(),
  ).toBeVisible();
  await expect(window.getByText(/The backslash before the closing quote escapes it/)).toBeVisible();
  await expect(window.getByText('Enter these in their own fields: Passphrase.')).toBeVisible();

  await window.getByRole('button', { name: 'Use these answers in Set up' }).click();
  await expect(window.getByRole('heading', { name: 'Before you begin' })).toBeVisible();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await window.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(window.getByLabel(/IPv4 address of the configuration server/)).toHaveValue(
    '10.150.24.119',
  );
  await goToPage(window, 'Maintain');
  await expect(window.getByLabel(/Paste a command line/)).toHaveValue('');
});
