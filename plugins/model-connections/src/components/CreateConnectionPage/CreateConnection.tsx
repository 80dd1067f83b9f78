import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Cluster } from '@mooring/backstage-plugin-model-connections-common';
import {
  ConnectionForm,
  isClusterSignInError,
  useConnectionForm,
  useOnClusterSignIn,
} from '@mooring/backstage-plugin-model-connections-react';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useConnectionTypes } from '../../hooks/useConnectionTypes';
import {
  ALL_PROJECTS,
  ProjectSelection,
} from '../../hooks/useProjectSelection';
import { connectionsRouteRef } from '../../routes';
import { useErrorReason } from '../../hooks/useErrorReason';
import { useToast } from '../../hooks/useToast';
import { modelConnectionsTranslationRef } from '../../translation';
import { SignInButton } from '../ClusterSignIn';
import { LeftConnection } from '../ConnectionsPage/LeftConnection';
import { connectionRowKey } from '../ConnectionsTable';
import { PageHeading } from '../PageHeading';
import { ProjectSelect } from '../ProjectSelector';
import { DiscardDialog, useUnsavedChangesGuard } from '../UnsavedChanges';
import { CreateActionBar } from './CreateActionBar';
import { StepCard } from './StepCard';
import { TypePanel } from './TypePanel';
import { useCreateConnection } from './useCreateConnection';

const useStyles = makeStyles(
  theme => ({
    columns: {
      display: 'grid',
      gap: theme.spacing(2),
      alignItems: 'start',
      marginBottom: theme.spacing(3),
      // What takes the focus is scrolled to where the bar does not hide it.
      '& input, & textarea, & button, & [tabindex]': {
        scrollMarginBottom: 120,
      },
      gridTemplateColumns: 'minmax(260px, 320px) minmax(0, 1fr)',
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    project: { width: '100%' },
    root: {
      display: 'flex',
      flexDirection: 'column',
      [theme.breakpoints.up('sm')]: {
        // The bar stands at the bottom of the window on a short page as well.
        minHeight: `calc(100vh - var(--bui-header-height, 160px) - ${theme.spacing(
          6,
        )}px)`,
      },
    },
  }),
  { name: 'MooringCreateConnection' },
);

/** Type, details and the actions; what was typed stays through every error. */
export function CreateConnection(props: {
  selection: ProjectSelection;
  cluster: Cluster;
}) {
  const { selection, cluster } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const toast = useToast();
  const navigate = useNavigate();
  const formId = useId();
  const list = useRouteRef(connectionsRouteRef)();
  const types = useConnectionTypes(cluster.name);
  const form = useConnectionForm();
  const { phase, create } = useCreateConnection();
  const [problem, setProblem] = useState<string | undefined>();
  const [failure, setFailure] = useState<Error | undefined>();
  const [wasSubmitted, setSubmitted] = useState(false);
  const [isRefused, setRefused] = useState(false);
  // A project in the URL is settled; without one it is asked for here.
  const [settled] = useState(() =>
    selection.namespace === ALL_PROJECTS ? undefined : selection.namespace,
  );
  const [chosen, setChosen] = useState<string | undefined>();
  const namespace = settled ?? chosen;
  const leaving = useUnsavedChangesGuard(form.isDirty);

  const back = (to: string) =>
    `${list}?${new URLSearchParams({ cluster: cluster.name, namespace: to })}`;
  const cancel = () =>
    navigate(back(selection.namespace ?? namespace ?? ALL_PROJECTS), {
      state: { hasLeft: true } satisfies LeftConnection,
    });

  useOnClusterSignIn(() => {
    if (isClusterSignInError(failure)) {
      setProblem(undefined);
      setFailure(undefined);
    }
  });

  const submit = async () => {
    setSubmitted(true);
    setProblem(undefined);
    setFailure(undefined);
    setRefused(false);
    const connection = form.submit();
    if (connection && !namespace) {
      form.refuse();
    }
    if (!form.type) {
      setProblem(t('create.typeMissing'));
      return;
    }
    if (!connection || !namespace) {
      setRefused(true);
      return;
    }
    try {
      const created = await create(
        { cluster: cluster.name, namespace },
        connection,
      );
      toast(t('create.done', { name: created.displayName ?? created.name }));
      const state: LeftConnection = {
        createdKey: connectionRowKey(created),
      };
      leaving.pass(() => navigate(back(created.namespace), { state }));
    } catch (error) {
      form.applyServerError(error as Error);
      setFailure(error as Error);
      setProblem(t('create.failed', { reason: reasonOf(error as Error) }));
    }
  };

  const wrong = [
    ...(namespace ? [] : [t('create.project')]),
    ...form.wrongFields,
  ];
  let refusal: string | undefined;
  if (isRefused && !namespace && wrong.length === 1) {
    refusal = t('create.projectMissing');
  } else if (isRefused && wrong.length > 0) {
    refusal = t('create.wrongFields', { count: wrong.length, first: wrong[0] });
  }

  return (
    <div className={classes.root}>
      <PageHeading
        title={t('create.title')}
        backLabel={t('create.back')}
        where={
          settled
            ? t('create.where', { cluster: cluster.title, project: settled })
            : cluster.title
        }
        onBack={cancel}
      />
      <div className={classes.columns}>
        <TypePanel
          cluster={cluster.name}
          types={types}
          type={form.type}
          disabled={phase !== 'idle'}
          onChoose={type => {
            setRefused(false);
            setProblem(undefined);
            form.selectType(type);
          }}
        />
        <StepCard step={2} title={t('create.details')}>
          <ConnectionForm
            id={formId}
            form={form}
            disabled={phase !== 'idle'}
            onSubmit={submit}
          >
            {!settled && (
              <ProjectSelect
                id={`${formId}-project`}
                className={classes.project}
                required
                namespaces={selection.namespaces}
                value={chosen}
                onChange={setChosen}
                problem={
                  wasSubmitted && !namespace
                    ? t('create.projectMissing')
                    : undefined
                }
              />
            )}
          </ConnectionForm>
          {!form.type && (
            <Typography variant="body2" color="textSecondary">
              {t('create.chooseType')}
            </Typography>
          )}
        </StepCard>
      </div>
      <CreateActionBar
        formId={formId}
        phase={phase}
        problem={problem ?? refusal}
        problemAction={<SignInButton cluster={cluster.name} error={failure} />}
        onCancel={cancel}
      />
      <DiscardDialog
        isOpen={leaving.isAsking}
        onStay={leaving.stay}
        onLeave={leaving.leave}
      />
    </div>
  );
}
