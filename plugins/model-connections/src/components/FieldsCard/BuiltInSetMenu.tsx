import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import LayersOutlinedIcon from '@material-ui/icons/LayersOutlined';
import {
  ConnectionTypeFormField,
  isValueField,
  Protocol,
  protocols,
} from '@mooring/backstage-plugin-model-connections-common';
import { ConnectionTypeIcon } from '@mooring/backstage-plugin-model-connections-react';
import { useState } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { MenuAction } from '../MenuAction';

/** The fields of a protocol that a type does not have yet, under their section. */
function missingFields(
  protocol: Protocol,
  taken: ReadonlySet<string>,
): ConnectionTypeFormField[] {
  const missing = protocol.fields.filter(
    field => !isValueField(field) || !taken.has(field.envVar),
  );
  return missing.some(isValueField) ? missing : [];
}

/** Appends the fields of a protocol; those that are there already are left out. */
export function BuiltInSetMenu(props: {
  /** The fields of this moment; asked for as the menu opens. */
  getFields(): readonly ConnectionTypeFormField[];
  onAdd(protocol: Protocol, fields: ConnectionTypeFormField[]): void;
}) {
  const { getFields, onAdd } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [anchor, setAnchor] = useState<HTMLElement | undefined>();
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      <Button
        color="primary"
        startIcon={<LayersOutlinedIcon />}
        endIcon={<ExpandMoreIcon />}
        aria-haspopup="menu"
        onClick={event => {
          setAnchor(event.currentTarget);
          setTaken(
            new Set(
              getFields()
                .filter(isValueField)
                .map(field => field.envVar),
            ),
          );
        }}
      >
        {t('fields.builtIn')}
      </Button>
      <Menu
        open={anchor !== undefined}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setAnchor(undefined)}
        MenuListProps={{ 'aria-label': t('fields.builtIn') }}
      >
        {protocols.map(protocol => {
          const missing = missingFields(protocol, taken);
          return (
            <MenuAction
              key={protocol.id}
              icon={
                <ConnectionTypeIcon fontSize="small" protocol={protocol.id} />
              }
              label={t(`protocol.${protocol.id}`)}
              reason={missing.length > 0 ? undefined : t('fields.allThere')}
              onAct={() => {
                setAnchor(undefined);
                onAdd(protocol, missing);
              }}
            />
          );
        })}
      </Menu>
    </>
  );
}
