import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { connectionsRouteRef } from '../../routes';
import { modelConnectionsTranslationRef } from '../../translation';

/** The way to the list from a page that cannot be shown. */
export function BackToList() {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const list = useRouteRef(connectionsRouteRef)();
  return (
    <LinkButton variant="outlined" color="primary" to={list}>
      {t('common.toList')}
    </LinkButton>
  );
}
