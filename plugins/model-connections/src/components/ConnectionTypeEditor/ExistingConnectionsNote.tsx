import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { accentTint } from '@mooring/backstage-plugin-model-connections-react';
import { memo } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { ConnectionTypeUsageLine } from '../ConnectionTypeUsageLine';

const useStyles = makeStyles(
  theme => ({
    root: {
      flexWrap: 'wrap',
      marginBottom: theme.spacing(2),
      color: theme.palette.text.primary,
      backgroundColor: accentTint(theme),
      '& .MuiAlert-icon': { color: theme.palette.primary.main },
      '& .MuiAlert-message': { flex: '1 1 240px', minWidth: 0 },
    },
  }),
  { name: 'MooringExistingConnectionsNote' },
);

/** Says that editing a type rewrites no connection, how many there are, and offers a copy instead. */
export const ExistingConnectionsNote = memo(
  function ExistingConnectionsNoteView(props: {
    cluster: string;
    name: string;
    /** Absent where the caller may create none. */
    duplicateLink?: string;
  }) {
    const { cluster, name, duplicateLink } = props;
    const classes = useStyles();
    const { t } = useTranslationRef(modelConnectionsTranslationRef);
    return (
      <Alert
        severity="info"
        role="note"
        className={classes.root}
        action={
          duplicateLink && (
            <LinkButton size="small" color="primary" to={duplicateLink}>
              {t('editor.duplicateInstead')}
            </LinkButton>
          )
        }
      >
        <ConnectionTypeUsageLine
          cluster={cluster}
          name={name}
          note={t('editor.notRewritten')}
        />
      </Alert>
    );
  },
);
