import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import { ModelService } from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { ReactNode } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      lineHeight: '20px',
      minWidth: 120,
      overflowWrap: 'anywhere',
    },
    displayName: {
      '&&': { fontWeight: theme.typography.fontWeightMedium as number },
    },
    mark: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      padding: theme.spacing(0, 0.75),
      border: `1px solid ${theme.palette.text.secondary}`,
      borderRadius: 10,
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '18px',
      whiteSpace: 'nowrap',
      '& svg': { fontSize: 14 },
    },
    secondary: {
      color: stateColors(theme).quiet,
      fontSize: theme.typography.pxToRem(12),
    },
    name: { fontFamily: 'monospace' },
    rest: { marginTop: theme.spacing(0.5) },
  }),
  { name: 'MooringServiceNameCell' },
);

/** Display name, resource name, what else writes it; on narrow screens the rest of the row as well. */
export function ServiceNameCell(props: {
  service: ModelService;
  /** Where it is looked at. */
  link: string;
  linkState?: object;
  withProject: boolean;
  /** The rest of the row, on narrow screens. */
  rest?: ReactNode;
}) {
  const { service, link, linkState, withProject, rest } = props;
  const { displayName, name, namespace, kind, managedBy } = service;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <>
      <div className={classes.line}>
        <Link
          to={link}
          state={linkState}
          color="primary"
          className={classes.displayName}
          title={service.description}
        >
          {displayName ?? name}
        </Link>
        {(managedBy || kind === 'LLMInferenceService') && (
          <span className={classes.mark}>
            <LockOutlinedIcon aria-hidden />
            {t('row.readOnly')}
          </span>
        )}
      </div>
      <div className={`${classes.line} ${classes.secondary}`}>
        <span className={classes.name}>{name}</span>
        {kind === 'LLMInferenceService' && <span>· {kind}</span>}
        {managedBy && (
          <span>
            · {managedBy.kind} {managedBy.name}
          </span>
        )}
        {rest && withProject && <span>· {namespace}</span>}
      </div>
      {rest && <div className={classes.rest}>{rest}</div>}
    </>
  );
}
