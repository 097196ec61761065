// @ts-nocheck
import { mkdirSync, rmSync } from 'node:fs';
import { answerQuestions, openWindow, prepareAndApprove } from './lib/window.mjs';

const [theme = 'light', w = '1440', h = '900', what = 'all', scenario = 'fresh-vmware'] =
  process.argv.slice(2);
const folder = `/tmp/look/${theme}-${w}`;
mkdirSync(folder, { recursive: true });
rmSync('/tmp/look-state', { recursive: true, force: true });
const { electron, window } = await openWindow({
  stateFolder: '/tmp/look-state',
  scenario,
  timeFactor: '200',
  theme,
  size: { width: +w, height: +h },
});
window.setDefaultTimeout(15000);
const shot = async (n) => {
  await window.waitForTimeout(250);
  await window.screenshot({ path: `${folder}/${n}.png` });
  console.log(n);
};
const page = (n) =>
  window.getByRole('navigation').getByRole('button', { name: n, exact: true }).click();
const button = (n) => window.getByRole('button', { name: n }).first();
try {
  if (what === 'all' || what === 'maintain') {
    await page('Maintain');
    await shot('maintain-empty');
    await window
      .getByLabel(/Paste a command line/)
      .fill(`MicrosoftAzureSiteRecoveryUnifiedSetup.exe /q /xC:\\Temp\\Extracted
cd C:\\Temp\\Extracted
UNIFIEDSETUP.EXE /AcceptThirdpartyEULA /servermode "PS" /InstallLocation "D:\\" /EnvType "VMWare" /CSIP "10.150.24.119" /PassphraseFilePath "C:\\Users\\Administrator\\Desktop\\Passphrase.txt" /DataTransferSecurePort 443
* [ProxySettings]
* ProxyAuthentication = "Yes/No"
* Proxy IP = "IP Address"
* ProxyPort = "Port"
* ProxyUserName="UserName"
* ProxyPassword="Password"`);
    await button('Explain').click();
    await window.waitForTimeout(600);
    await shot('explain');
    await window.mouse.move(700, 600);
    await window.mouse.wheel(0, 700);
    await shot('explain-2');
    await window.mouse.wheel(0, 900);
    await shot('explain-3');
    await window.mouse.wheel(0, 2900);
    await shot('explain-4');
    await page('Overview');
    await page('Maintain');
    await button(/Download a set-up file/).click();
    await shot('download-before');
    await button('Begin').click();
    await window.getByLabel(/^Link/).fill('https://aka.ms/unifiedinstaller_weu');
    await shot('download-source');
    await button('Next').click();
    await window.waitForTimeout(500);
    await shot('download-internet');
    await button(/Test the way/).click();
    await window.waitForTimeout(1500);
    await shot('download-tested');
    await button('Next').click();
    await window.getByRole('heading', { name: /^Ready/ }).waitFor();
    await shot('download-ready');
    await button('Download and verify').click();
    await window.waitForTimeout(600);
    await shot('download-progress');
    await window.getByRole('heading', { name: /: done/ }).waitFor();
    await shot('download-result');
    await page('Overview');
    await page('Maintain');
    await window.waitForTimeout(700);
    await shot('maintain-kept');
  }
  if (what === 'all' || what === 'reference') {
    await page('Reference');
    await window.waitForTimeout(700);
    await shot('reference');
    await window.getByRole('tab', { name: /Exit codes/ }).click();
    await shot('reference-codes');
  }
  if (what === 'all' || what === 'setup') {
    await page('Set up');
    await shot('setup-0');
    await answerQuestions(window, async (n) => shot(`setup-${n}`));
    await prepareAndApprove(window, async (n) => shot(`setup-${n}`));
    await window.waitForTimeout(1500);
    await shot('setup-progress');
    await window.getByRole('heading', { name: /: done/ }).waitFor({ timeout: 60000 });
    await shot('setup-result');
    await page('Overview');
    await window.waitForTimeout(1500);
    await shot('overview-after');
  }
} catch (e) {
  await shot('stopped');
  console.log(String(e).slice(0, 600));
}
await electron.close();
