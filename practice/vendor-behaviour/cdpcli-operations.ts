/** The options one operation of cdpcli knows, besides `loglevel` and `logpath`. */
export interface CdpcliOperation {
  name: string;
  /** Options of the form `--name=value`. */
  valued: readonly string[];
  /** Options without a value. */
  single: readonly string[];
}

const words = (text: string) => text.split(' ').filter((word) => word !== '');

const operation = (name: string, valued = '', single = ''): CdpcliOperation => ({
  name,
  valued: words(valued),
  single: words(single),
});

const capacities = 'source_raw_capacity source_uservisible_capacity';
const scripts = 'prescript postscript force';
const recentPoints = 'recentcrashconsistentpoint recentfsconsistentpoint recentappconsistentpoint';
const bookmark = 'db vol app event time guid comment';

const operations: Record<string, CdpcliOperation> = {
  validate: operation('validate', 'db vol', 'no_vxservice_check'),
  iopattern: operation('iopattern', 'vol'),
  unhideall: operation('unhideall'),
  showsummary: operation('showsummary', 'db vol', 'verbose spaceusage'),
  verifiedtag: operation('verifiedtag', bookmark),
  lockbookmark: operation('lockbookmark', bookmark),
  unlockbookmark: operation('unlockbookmark', bookmark),
  getsparsepolicysummary: operation(
    'getsparsepolicysummary',
    'dbprofile profileinterval',
    'standardpolicy verbose',
  ),
  listcommonpoint: operation('listcommonpt', 'app aftertime beforetime volumes'),
  listevents: operation(
    'listevents',
    'db vol app event at aftertime beforetime verified sort',
    'onlylockedbookmarks namevalueformat',
  ),
  copy: operation('copylogs', 'db vol dest starttime endtime'),
  snapshot: operation(
    'snapshot',
    `snapshotpairs dest source mountpoint ${scripts} ${capacities} fsawarecopy`,
    'runonce skipchecks sourcevolume nodirectio',
  ),
  recover: operation(
    'recover',
    `dest source mountpoint ${scripts} db at aftertime beforetime eventnum app event` +
      ` recoverypairs timerange ${capacities} fsawarecopy`,
    `${recentPoints} skipchecks runonce picklatest pickoldest nodirectio skip_replication_pause`,
  ),
  rollback: operation(
    'rollback',
    `dest mountpoint ${scripts} db at aftertime beforetime eventnum app event rollbackpairs` +
      ` stopreplication deleteretentionlog timerange ${capacities}`,
    `${recentPoints} runonce sourcevolumerollback skipchecks picklatest pickoldest nodirectio` +
      ' skip_replication_pause',
  ),
  hide: operation('hide', 'force', 'sourcevolume'),
  unhide_ro: operation('unhide_ro', 'mountpoint filesystem force'),
  unhide_rw: operation('unhide_rw', 'mountpoint filesystem force'),
  vsnap: operation(
    'vsnap',
    'target virtual db time app event eventnum op vsnapid datalogpath flags' +
      ` ${scripts} vsnappairs at aftertime beforetime ${capacities} timerange`,
    `${recentPoints} softremoval bypassdriver runonce verbose picklatest pickoldest` +
      ' upgradepersistentstore skipchecks skip_replication_pause',
  ),
  virtualvolume: operation(
    'virtualvolume',
    'op filepath drivename size devicename compression checkfortarget deletesparsefile' +
      ' sizeinbytes sparseattribute',
    'softremoval bypassdriver verbose',
  ),
  fixerrors: operation('fixerrors', 'fix db vol tempdir'),
  displaystatistics: operation('displaystatistics', 'vol'),
  moveretention: operation('moveretention', 'oldretentiondir newretentiondir vol'),
  gencdpdata: operation('gencdpdata'),
  displaysavings: operation('displaysavings', 'volumes'),
  showreplicationpairs: operation(
    'showreplicationpairs',
    'ip port hostid file',
    'cxsettings custom',
  ),
  showsnapshotrequests: operation('showsnapshotrequests', 'ip port hostid', 'custom'),
  listtargetvolumes: operation('listtargetvolumes'),
  listprotectedvolumes: operation('listprotectedvolumes'),
  registerhost: operation('registerhost'),
  reattachdismountedvolumes: operation('reattachdismountedvolumes', '', 'noprompt'),
  displaymetadata: operation('displaymetadata', 'filename'),
  volumecompare: operation('volumecompare', 'vol1 vol2 chunksize volumesize'),
  readvolume: operation('readvolume', 'vol filename chunksize startoffset endoffset'),
  deletestalefiles: operation('deletestalefiles', 'vol db'),
  deleteunusablepoints: operation('deleteunusablepoints', 'vol db'),
  registermt: operation('registermt'),
  processcsjobs: operation('processcsjobs'),
};

/** The operation an argument such as `--registermt` names, in any case; null for an unknown one. */
export function cdpcliOperation(argument: string): CdpcliOperation | null {
  if (!argument.startsWith('--')) return null;
  const name = argument.slice(2).toLowerCase();
  return Object.hasOwn(operations, name) ? (operations[name] ?? null) : null;
}
