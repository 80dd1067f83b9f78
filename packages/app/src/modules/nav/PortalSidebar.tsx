import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarSpace,
} from '@backstage/core-components';
import type { NavContentComponentProps } from '@backstage/plugin-app-react';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import { makeStyles } from '@material-ui/core/styles';
import MenuIcon from '@material-ui/icons/Menu';
import { PersonSwitch } from './PersonSwitch';
import { SidebarLogo } from './SidebarLogo';

const useStyles = makeStyles({
  pages: {
    display: 'contents',
    // Backstage gives each title 110 px, too few for "Model connections", and keeps room for a button beside it.
    '& .MuiTypography-subtitle2': { width: 'auto' },
    '& .MuiTypography-subtitle2 + div': { display: 'none' },
  },
});

/** The sidebar: catalog and model connections first, whatever else is installed after them, settings at the bottom. */
export const PortalSidebar = ({ navItems }: NavContentComponentProps) => {
  const classes = useStyles();
  const nav = navItems.withComponent(item => (
    <SidebarItem icon={() => item.icon} to={item.href} text={item.title} />
  ));
  const settings = nav.take('page:user-settings');
  // Taken to be left out: the graph is opened from an entity's relations.
  nav.take('page:catalog-graph');

  return (
    <Sidebar>
      <SidebarLogo />
      <SidebarDivider />
      <SidebarGroup label="Menu" icon={<MenuIcon />}>
        <div className={classes.pages}>
          {nav.take('page:catalog')}
          {nav.take('page:model-connections')}
          {nav.rest({ sortBy: 'title' })}
        </div>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <PersonSwitch />
      <SidebarGroup
        label="Settings"
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        {settings}
      </SidebarGroup>
    </Sidebar>
  );
};
