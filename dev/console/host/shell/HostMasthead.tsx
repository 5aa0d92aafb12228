/** The bar at the top: navigation toggle, perspective, light or dark, and who the page acts as. */
import {
  Masthead,
  MastheadContent,
  MastheadMain,
  MastheadToggle,
  PageToggleButton,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import BarsIcon from '@patternfly/react-icons/dist/esm/icons/bars-icon';
import { serverFlags } from '../boot/serverFlags';
import { perspectives, usePerspective } from '../provided/perspective';
import { ChoiceMenu } from './ChoiceMenu';
import { FaultPanel } from './FaultPanel';
import { ThemeMenu } from './ThemeMenu';

/** Act as somebody else: the server reads the cookie and impersonates; a reload asks everything anew. */
function actAs(user: string) {
  document.cookie = `dev-user=${encodeURIComponent(user)}; path=${serverFlags.basePath}; SameSite=Lax`;
  window.location.reload();
}

export function HostMasthead() {
  const [perspective, setPerspective] = usePerspective();
  return (
    <Masthead>
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton variant="plain" aria-label="Global navigation">
            <BarsIcon />
          </PageToggleButton>
        </MastheadToggle>
      </MastheadMain>
      <MastheadContent>
        <Toolbar isFullHeight isStatic>
          <ToolbarContent>
            <ToolbarItem>
              <ChoiceMenu
                label="Perspective"
                dataTest="perspective-switcher"
                choices={perspectives}
                chosen={perspective}
                onChoose={(id) => {
                  setPerspective(id);
                }}
              />
            </ToolbarItem>
            <ToolbarItem align={{ default: 'alignEnd' }}>
              <FaultPanel />
            </ToolbarItem>
            <ToolbarItem>
              <ThemeMenu />
            </ToolbarItem>
            <ToolbarItem>
              <ChoiceMenu
                label="User"
                dataTest="user-switcher"
                choices={serverFlags.devUsers.map((user) => ({ id: user, name: user }))}
                chosen={serverFlags.devUser}
                onChoose={actAs}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
      </MastheadContent>
    </Masthead>
  );
}
