import { z } from 'zod';
import type { Bench } from '../bench';
import type { Comparison } from '../comparison';
import { type Answer, type Judgement, notTold, told } from '../fact';
import { judge } from '../judge';
import { localMoment, parseStore, type StoredCertificate } from '../sources/certutil';

const certificateSchema = z.object({ found: z.boolean(), validUntil: z.string().nullable() });
type Found = z.infer<typeof certificateSchema>;

const MINUTE_MS = 60_000;
const NOBODYS = '0'.repeat(40);

const ask = (bench: Bench, thumbprint: string) =>
  bench.script('read-certificates', { thumbprint }, certificateSchema);

async function store(bench: Bench): Promise<Answer<StoredCertificate[]>> {
  const printed = await bench.tool('certutil.exe', ['-store', 'My']);
  return printed.told ? told(parseStore(printed.value)) : printed;
}

const show = ({ found, validUntil }: Found) =>
  found ? `there, until ${validUntil ?? 'unknown'}` : 'not there';

function sameEnd(ours: Found, { notAfter }: StoredCertificate) {
  if (!ours.found) return { difference: 'we do not find it' };
  const moment = localMoment(notAfter);
  if (moment === null) return { cannot: `found by both; "${notAfter}" can't be read as a date` };
  const apart = Math.abs(Date.parse(ours.validUntil ?? '') - moment.getTime());
  return apart < MINUTE_MS ? null : { difference: `we say ${ours.validUntil}` };
}

async function compareOne(bench: Bench): Promise<Judgement> {
  const listed = await store(bench);
  const [first] = listed.told ? listed.value : [];
  const ours = first ? await ask(bench, first.thumbprint) : notTold('nothing to ask for');
  return judge({
    ours,
    second: listed.told ? (first ? told(first) : notTold('the store is empty')) : listed,
    show,
    showSecond: ({ thumbprint, notAfter }) => `${thumbprint} until ${notAfter}`,
    compare: sameEnd,
  });
}

export const certificateComparisons: Comparison[] = [
  {
    group: 'Certificates',
    name: 'The first certificate of this computer',
    by: 'certutil.exe -store My',
    compare: compareOne,
  },
  {
    group: 'Certificates',
    name: 'A certificate that is not there',
    by: 'certutil.exe -store My',
    async compare(bench) {
      const listed = await store(bench);
      const isEmpty = listed.told && listed.value.length === 0;
      return judge({
        ours: await ask(bench, NOBODYS),
        second: isEmpty ? notTold('certutil.exe listed no certificate') : listed,
        show,
        showSecond: (all) => `${all.length} certificates, none of them`,
        compare: (ours, all) =>
          ours.found === all.some(({ thumbprint }) => thumbprint === NOBODYS)
            ? null
            : { difference: 'we find one that nobody has' },
      });
    },
  },
];
