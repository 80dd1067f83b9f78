import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { RelativeAge } from '../RelativeAge';
import { creatorName } from './creatorName';

const useStyles = makeStyles(
  theme => ({
    creator: {
      maxWidth: 160,
      color: stateColors(theme).quiet,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'MooringAgeCell' },
);

/** How old a connection is, and who made it. */
export function AgeCell(props: { connection: ConnectionSummary }) {
  const { createdAt, creator } = props.connection;
  const classes = useStyles();
  return (
    <>
      <RelativeAge iso={createdAt} />
      {creator && (
        <Typography
          variant="caption"
          component="div"
          className={classes.creator}
          title={creator}
        >
          {creatorName(creator)}
        </Typography>
      )}
    </>
  );
}
