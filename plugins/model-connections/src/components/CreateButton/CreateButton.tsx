import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import AddIcon from '@material-ui/icons/Add';
import { CreateLink } from '../../hooks/useCreateLink';
import { modelConnectionsTranslationRef } from '../../translation';
import { DisabledReason } from '../DisabledReason';

/**
 * The way to a form for something new, a connection unless said otherwise; disabled with the reason where there is none just now. Absent for who may not
 * create any, and while that is not known.
 */
export function CreateButton(props: { link: CreateLink; label?: string }) {
  const { to, reason } = props.link;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const label = props.label ?? t('list.create');
  const look = {
    variant: 'contained',
    color: 'primary',
    startIcon: <AddIcon />,
  } as const;
  if (to !== undefined) {
    return (
      <LinkButton {...look} to={to}>
        {label}
      </LinkButton>
    );
  }
  if (reason === undefined) {
    return null;
  }
  return (
    <DisabledReason reason={reason}>
      <Button {...look} disabled>
        {label}
      </Button>
    </DisabledReason>
  );
}
