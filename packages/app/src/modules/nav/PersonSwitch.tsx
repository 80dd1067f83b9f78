import { SidebarItem } from '@backstage/core-components';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import ListItemText from '@material-ui/core/ListItemText';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import PeopleIcon from '@material-ui/icons/PeopleOutline';
import { type MouseEvent, useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { goOnAs } from '../signIn/storedPerson';

/** Shows as whom the example is used, and lets one go on as another person of its catalog, who has other rights. */
export const PersonSwitch = () => {
  const identity = useApi(identityApiRef);
  const catalog = useApi(catalogApiRef);
  const [anchor, setAnchor] = useState<HTMLElement | undefined>();
  const me = useAsync(() => identity.getBackstageIdentity(), [identity]);
  const people = useAsync(
    async () =>
      (await catalog.getEntities({ filter: { kind: 'user' } })).items.map(
        ({ metadata, spec }) => ({
          name: metadata.name,
          description: metadata.description,
          displayName:
            (spec?.profile as { displayName?: string } | undefined)
              ?.displayName ?? metadata.name,
        }),
      ),
    [catalog, anchor],
  );
  const myName = me.value?.userEntityRef.split('/').pop();
  const mine = people.value?.find(({ name }) => name === myName);

  return (
    <>
      <SidebarItem
        icon={PeopleIcon}
        text={`You are ${mine?.displayName ?? myName ?? '…'}`}
        aria-haspopup="menu"
        aria-label={`You are ${
          mine?.displayName ?? myName ?? '…'
        }. Use the portal as somebody else`}
        onClick={(event: MouseEvent) =>
          setAnchor(event.currentTarget as HTMLElement)
        }
      />
      <Menu
        open={anchor !== undefined}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'top', horizontal: 'right' }}
        onClose={() => setAnchor(undefined)}
      >
        {(people.value ?? []).map(({ name, displayName, description }) => (
          <MenuItem
            key={name}
            selected={name === myName}
            onClick={() => goOnAs(name === 'guest' ? undefined : name)}
          >
            <ListItemText primary={displayName} secondary={description} />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};
