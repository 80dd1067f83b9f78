import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { Connection } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsTranslationRef } from '../../translation';
import { CodeBlock } from '../CodeBlock';
import { CopyButton } from '../CopyButton';
import { Note } from './Note';

const useStyles = makeStyles(
  theme => ({
    command: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
      '& > pre': { flex: '1 1 240px', minWidth: 0, padding: theme.spacing(1) },
    },
  }),
  { name: 'MooringValuesInAnnotationNote' },
);

/** `kubectl apply` left the values readable in an annotation: what that means, and the command that removes it. */
export function ValuesInAnnotationNote(props: { connection: Connection }) {
  const { name, namespace } = props.connection;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const command = `kubectl annotate secret ${name} --namespace ${namespace} kubectl.kubernetes.io/last-applied-configuration-`;
  return (
    <Note isWarning>
      {t('edit.inAnnotation')}
      <div className={classes.command}>
        <CodeBlock label={t('edit.inAnnotationCommand')} isWrapped>
          {command}
        </CodeBlock>
        <CopyButton text={command} label={t('edit.copyCommand')} />
      </div>
    </Note>
  );
}
