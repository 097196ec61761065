import {
  Button,
  makeStyles,
  mergeClasses,
  TableCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { KeptPackage } from '../../../../contract/facts';
import { CopyButton } from '../../components/CopyText';
import { useLayout } from '../../components/layout';
import { PathText } from '../../components/PathText';
import { Status } from '../../components/Status';
import { commonText } from '../../text/common';
import { maintainText } from '../../text/maintain';
import { momentText, shortFingerprint, size } from '../../text/numbers';
import { openTask, PACKAGE_QUESTION, REMOVE_PACKAGE } from '../../wizard/tasks';
import { useTableStyles } from '../table-styles';
import { fileNameOf, packageTones, stateInWords } from './package-words';

const text = maintainText.packages;

/** Widths of the columns, for the head and the rows. */
export const usePackageColumns = makeStyles({
  file: { width: '19%' },
  proof: { width: '26%' },
  actions: { width: '96px' },
});

const useStyles = makeStyles({
  facts: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  name: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

/** One kept set-up file: how it stands, where it came from, and what proves it. */
export function PackageRow({ kept }: { kept: KeptPackage }) {
  const styles = useStyles();
  const table = useTableStyles();
  const columns = usePackageColumns();
  const layout = useLayout();
  const file = fileNameOf(kept);
  const name = kept.version === null ? file : `${file} ${kept.version}`;
  return (
    <TableRow className={table.row}>
      <TableCell className={mergeClasses(table.cell, columns.file)}>
        <div className={layout.tight}>
          <Text weight="semibold">
            {kept.version === null ? text.versionUnknown : text.version(kept.version)}
          </Text>
          <Status tone={packageTones[kept.state]} word={stateInWords(kept)} />
          <Text className={layout.quiet}>
            {text.sizeAnd(size(kept.sizeBytes), kept.isUnpacked ? text.unpacked : text.notUnpacked)}
          </Text>
        </div>
      </TableCell>
      <TableCell className={table.cell}>
        <dl className={styles.facts}>
          <Code name={text.from} value={kept.from} absent={text.fromUnknown} />
          <Code name={text.keptAs} value={kept.path} absent="" />
          <div>
            <dt className={styles.name}>{text.keptOn}</dt>
            <dd className={styles.value}>
              {kept.keptAt === null ? text.keptOnUnknown : momentText(kept.keptAt)}
            </dd>
          </div>
        </dl>
      </TableCell>
      <TableCell className={mergeClasses(table.cell, columns.proof)}>
        <dl className={styles.facts}>
          <Fingerprint sha256={kept.sha256} name={name} />
          <div>
            <dt className={styles.name}>{text.signer}</dt>
            <dd className={styles.value}>{kept.signer ?? text.signerUnknown}</dd>
          </div>
          <div>
            <dt className={styles.name}>{text.revocation}</dt>
            <dd className={styles.value}>{kept.revocation ?? text.revocationUnknown}</dd>
          </div>
        </dl>
      </TableCell>
      <TableCell className={mergeClasses(table.cell, columns.actions)}>
        <Button
          size="small"
          aria-label={text.removeOf(name)}
          onClick={() => openTask(REMOVE_PACKAGE, { [PACKAGE_QUESTION]: kept.id })}
        >
          {text.remove}
        </Button>
      </TableCell>
    </TableRow>
  );
}

function Code({ name, value, absent }: { name: string; value: string | null; absent: string }) {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <div>
      <dt className={styles.name}>{name}</dt>
      <dd className={mergeClasses(styles.value, value === null ? undefined : layout.code)}>
        {value === null ? absent : <PathText text={value} />}
      </dd>
    </div>
  );
}

function Fingerprint({ sha256, name }: { sha256: string | null; name: string }) {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <div>
      <dt className={styles.name}>{text.sha256}</dt>
      <dd className={styles.value}>
        {sha256 === null ? (
          text.sha256Unknown
        ) : (
          <>
            <span className={layout.code}>{shortFingerprint(sha256)}</span>{' '}
            <CopyButton text={sha256} label={`${commonText.copy}: ${text.sha256Of(name)}`} />
          </>
        )}
      </dd>
    </div>
  );
}
