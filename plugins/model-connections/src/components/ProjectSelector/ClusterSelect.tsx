import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Cluster } from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      width: 240,
      [theme.breakpoints.down('xs')]: { width: '100%' },
      // It stands on the grey of the page.
      '& label:not(.Mui-focused)': { color: stateColors(theme).quiet },
    },
    item: { whiteSpace: 'normal', maxWidth: 420 },
    text: { minWidth: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'MooringClusterSelect' },
);

/** The clusters by title. One that cannot be used can be looked at all the same: the page then says why. */
export function ClusterSelect(props: {
  clusters: readonly Cluster[];
  value?: string;
  onChange(name: string): void;
}) {
  const { clusters, value, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const isKnown = clusters.some(cluster => cluster.name === value);
  const titleOf = (name: unknown) =>
    clusters.find(cluster => cluster.name === name)?.title ?? String(name);
  return (
    <TextField
      id="mooring-cluster"
      select
      variant="outlined"
      size="small"
      className={classes.root}
      label={t('selector.cluster')}
      value={value ?? ''}
      onChange={event => onChange(event.target.value)}
      SelectProps={{ renderValue: titleOf }}
    >
      {value !== undefined && !isKnown && (
        <MenuItem value={value} disabled>
          {value}
        </MenuItem>
      )}
      {clusters.map(cluster => (
        <MenuItem
          key={cluster.name}
          value={cluster.name}
          className={classes.item}
        >
          <div className={classes.text}>
            {cluster.title}
            {cluster.unusable !== undefined && (
              <Typography
                variant="caption"
                color="textSecondary"
                display="block"
              >
                {t('selector.unusable')}: {cluster.unusable}
              </Typography>
            )}
          </div>
        </MenuItem>
      ))}
    </TextField>
  );
}
