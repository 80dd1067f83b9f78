import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ConnectionTypeDifference } from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';
import { useDifferenceTexts } from './useDifferenceTexts';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1.5), margin: 0 },
    sides: {
      display: 'grid',
      gridTemplateColumns: '1fr 1fr',
      gap: theme.spacing(1),
      margin: theme.spacing(0.5, 0, 0),
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
    },
    side: {
      margin: 0,
      padding: theme.spacing(1),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      overflowWrap: 'anywhere',
    },
    caption: { color: stateColors(theme).quiet },
  }),
  { name: 'MooringDifferenceList' },
);

/** What a type is and what it would become, part by part. */
export function DifferenceList(props: {
  /** With the present type as `base`, what it would become as `mine`. */
  differences: readonly ConnectionTypeDifference[];
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { title, texts } = useDifferenceTexts();
  return (
    <div className={classes.root}>
      {props.differences.map(difference => (
        <div key={difference.key}>
          <Typography variant="body2" component="div">
            <strong>{title(difference)}</strong>
          </Typography>
          <div className={classes.sides}>
            {(['base', 'mine'] as const).map(version => (
              <div key={version} className={classes.side}>
                <Typography
                  variant="caption"
                  component="div"
                  className={classes.caption}
                >
                  {t(
                    version === 'base' ? 'differences.now' : 'differences.then',
                  )}
                </Typography>
                {texts(difference, version).map(line => (
                  <Typography key={line} variant="body2">
                    {line}
                  </Typography>
                ))}
              </div>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
