import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import LinkIcon from '@material-ui/icons/Link';
import {
  Connection,
  NamespaceList,
} from '@mooring/backstage-plugin-model-connections-common';
import { useRef, useState } from 'react';
import { useConnectionTypes } from '../../hooks/useConnectionTypes';
import { CreateLink } from '../../hooks/useCreateLink';
import { Loaded } from '../../hooks/useLoaded';
import { modelConnectionsTranslationRef } from '../../translation';
import { AdoptSecretDialog } from './AdoptSecretDialog';

/** The way to make a Secret that exists a connection. Absent for who may not, and where there is no project for it. */
export function AdoptButton(props: {
  /** Adopting takes what creating takes. */
  create: CreateLink;
  cluster?: string;
  namespace?: string;
  namespaces: Loaded<NamespaceList>;
  onAdopted(connection: Connection): void;
}) {
  const { create, cluster, namespace, namespaces, onAdopted } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const types = useConnectionTypes(wasOpened ? cluster : undefined);
  const button = useRef<HTMLButtonElement>(null);
  if (create.to === undefined || !cluster || !namespace) {
    return null;
  }
  return (
    <>
      <Button
        ref={button}
        color="primary"
        startIcon={<LinkIcon />}
        onClick={() => {
          setOpened(true);
          setOpen(true);
        }}
      >
        {t('adopt.open')}
      </Button>
      <AdoptSecretDialog
        isOpen={isOpen}
        cluster={cluster}
        namespace={namespace}
        namespaces={namespaces}
        types={types}
        onClose={() => setOpen(false)}
        onAdopted={connection => {
          setOpen(false);
          onAdopted(connection);
        }}
        onExited={() => button.current?.focus()}
      />
    </>
  );
}
