import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { ModelServiceChange } from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { margin: 0, padding: 0, listStyle: 'none' },
    change: {
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
      fontFamily: 'monospace',
      fontSize: theme.typography.pxToRem(12),
      lineHeight: 1.5,
    },
    path: { color: stateColors(theme).quiet },
    before: { color: stateColors(theme).danger },
    after: { color: stateColors(theme).success },
  }),
  { name: 'MooringServiceChanges' },
);

/** Text stands without its quotes; what is more than text as JSON. */
function plain(json: string): string {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : json;
  } catch {
    return json;
  }
}

/** What would change in the cluster's object, field by field: what was and what will be. */
export function ServiceChanges(props: {
  changes: readonly ModelServiceChange[];
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <ul className={classes.root} aria-label={t('services.changes')}>
      {props.changes.map(({ path, before, after }) => (
        <li key={path.join(' ')} className={classes.change}>
          <div className={classes.path}>{path.join(' › ')}</div>
          {before !== undefined && (
            <div className={classes.before}>− {plain(before)}</div>
          )}
          {after !== undefined && (
            <div className={classes.after}>+ {plain(after)}</div>
          )}
        </li>
      ))}
    </ul>
  );
}
