import { expect, test } from 'vitest';
import { serviceCommandReader } from '../../../main/vendor/service-command';

const judge = (code: number, error: string) =>
  serviceCommandReader.judge({ code, output: '', error, log: '' }).problem;

test.each([
  'The requested service has already been started.\r\n\r\nMore help is available by typing NET HELPMSG 2182.\r\n',
  'Der angeforderte Dienst wurde bereits gestartet.\r\n\r\nSie erhalten weitere Hilfe, wenn Sie NET HELPMSG 2182 eingeben.\r\n',
  'Das Programm obengine wurde nicht gestartet.\r\n\r\nSie erhalten weitere Hilfe, wenn Sie NET HELPMSG 3521 eingeben.\r\n',
])('what is as it should be is no failure, in whatever language: %s', (said) => {
  expect(judge(2, said)).toBeNull();
});

test('every other answer is', () => {
  expect(judge(2, 'System error 5 has occurred.\r\n\r\nAccess is denied.\r\n')).not.toBeNull();
  expect(
    judge(2, 'Sie erhalten weitere Hilfe, wenn Sie NET HELPMSG 2186 eingeben.'),
  ).not.toBeNull();
});
