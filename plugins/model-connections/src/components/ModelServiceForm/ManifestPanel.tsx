import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import GetAppIcon from '@material-ui/icons/GetApp';
import {
  accentTint,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { useErrorReason } from '../../hooks/useErrorReason';
import { modelConnectionsTranslationRef } from '../../translation';
import { CopyButton } from '../CopyButton';
import { Note } from '../EditConnectionPage/Note';
import { LoadProblem } from './LoadProblem';
import { ManifestPreview } from './useManifestPreview';
import { manifestLines } from './manifestLines';

const useStyles = makeStyles(
  theme => ({
    root: {
      minWidth: 0,
      overflow: 'hidden',
      [theme.breakpoints.up('lg')]: { position: 'sticky', top: 16 },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      minHeight: 56,
      padding: theme.spacing(1, 1, 1, 2),
    },
    title: { flex: '1 1 96px', minWidth: 0 },
    quiet: { color: stateColors(theme).quiet },
    progress: { height: 2 },
    still: { height: 2, borderBottom: `1px solid ${theme.palette.divider}` },
    notes: { padding: theme.spacing(2, 2, 0) },
    code: {
      margin: 0,
      padding: theme.spacing(1.5, 0),
      maxHeight: '62vh',
      overflow: 'auto',
      fontFamily: 'monospace',
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '19px',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
    // Not what the form says now, and to be read all the same.
    former: {
      '&& *': {
        color: stateColors(theme).quiet,
        borderColor: 'transparent',
        backgroundColor: 'transparent',
      },
    },
    line: {
      display: 'flex',
      gap: theme.spacing(2),
      padding: theme.spacing(0, 2, 0, 1.5),
      borderLeft: '4px solid transparent',
      // A line that is too long goes on beneath, so that what is marked is read without scrolling.
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    marked: {
      borderLeftColor: theme.palette.primary.main,
      backgroundColor: accentTint(theme),
      color:
        theme.palette.type === 'dark' ? theme.palette.common.white : undefined,
    },
    key: { color: theme.palette.primary.main },
    mark: {
      flexShrink: 0,
      marginLeft: 'auto',
      color: theme.palette.primary.main,
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.pxToRem(11),
      fontWeight: theme.typography.fontWeightBold as number,
      userSelect: 'none',
    },
    keptMark: { color: stateColors(theme).quiet },
    foot: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1.5, 2),
      borderTop: `1px solid ${theme.palette.divider}`,
      color: stateColors(theme).quiet,
      '&::before': {
        content: '""',
        flexShrink: 0,
        width: 4,
        height: 16,
        backgroundColor: theme.palette.primary.main,
      },
    },
    empty: { padding: theme.spacing(3, 2), color: stateColors(theme).quiet },
  }),
  { name: 'MooringManifestPanel' },
);

function download(text: string, fileName: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/yaml' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

/** The objects that would be written, beside the form that they come from; no value of a connection is among them. */
export function ManifestPanel(props: {
  cluster: string;
  manifest: ManifestPreview;
  /** The name of the service, for the file. */
  name: string;
  connection?: string;
}) {
  const { cluster, manifest, name, connection } = props;
  const { preview, state, error } = manifest;
  const isCurrent = state === 'current';
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const text = preview?.manifests;
  const isFormer =
    text !== undefined && (state === 'incomplete' || state === 'failed');
  const objects = text ? text.split(/^---$/m).filter(part => part.trim()) : [];
  const lines = text ? manifestLines(text, connection) : [];
  return (
    <Paper
      component="section"
      aria-labelledby="mooring-manifests"
      className={classes.root}
    >
      <div className={classes.head}>
        <div className={classes.title}>
          <Typography id="mooring-manifests" variant="subtitle1" component="h2">
            <strong>{t('services.manifests')}</strong>
          </Typography>
          {objects.length > 0 && (
            <Typography variant="caption" className={classes.quiet}>
              {t('services.objects', { count: objects.length })}
            </Typography>
          )}
        </div>
        {text && (
          <>
            <CopyButton
              text={text}
              label={t('services.copyManifests')}
              disabled={!isCurrent}
            />
            <Button
              color="primary"
              disabled={!isCurrent}
              startIcon={<GetAppIcon />}
              onClick={() => download(text, `${name || 'service'}.yaml`)}
            >
              {t('services.download')}
            </Button>
          </>
        )}
      </div>
      {state === 'behind' && text ? (
        <LinearProgress
          className={classes.progress}
          aria-label={t('services.previewing')}
        />
      ) : (
        <div className={classes.still} />
      )}
      <LoadProblem
        cluster={cluster}
        error={error}
        message={failure =>
          t('services.previewFailed', { reason: reasonOf(failure) })
        }
        onRetry={manifest.retry}
      />
      {isFormer && (
        <div className={classes.notes}>
          <Note>{t('services.manifestsFormer')}</Note>
        </div>
      )}
      {!isFormer && preview && preview.warnings.length > 0 && (
        <div className={classes.notes}>
          {preview.warnings.map(warning => (
            <Note key={warning} isWarning>
              {warning}
            </Note>
          ))}
        </div>
      )}
      {text ? (
        <div
          className={`${classes.code} ${isFormer ? classes.former : ''}`}
          role="region"
          aria-label="YAML"
          // It scrolls, so the keyboard has to reach it.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          <div>
            {lines.map(({ text: line, mark }, index) => {
              const [, key = '', rest = line] =
                /^(\s*(?:- )?[^\s:]+:)(.*)$/.exec(line) ?? [];
              return (
                <div
                  // The lines have no other name than their place.
                  // eslint-disable-next-line react/no-array-index-key
                  key={index}
                  className={`${classes.line} ${
                    mark && mark !== 'kept' ? classes.marked : ''
                  }`}
                >
                  <span>
                    <span className={classes.key}>{key}</span>
                    {rest}
                  </span>
                  {mark && (
                    <span
                      className={`${classes.mark} ${
                        mark === 'kept' ? classes.keptMark : ''
                      }`}
                    >
                      {t(`services.mark.${mark}`)}
                    </span>
                  )}
                </div>
              );
            })}
          </div>
        </div>
      ) : (
        <Typography variant="body2" className={classes.empty}>
          {t('services.manifestsEmpty')}
        </Typography>
      )}
      {text && (
        <Typography variant="caption" component="div" className={classes.foot}>
          {t('services.manifestsFoot')}
        </Typography>
      )}
    </Paper>
  );
}
