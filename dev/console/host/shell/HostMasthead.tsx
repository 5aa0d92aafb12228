/** The bar at the top: navigation toggle, perspective, light or dark, and who the page acts as. */
import {
  Flex,
  FlexItem,
  Masthead,
  MastheadContent,
  MastheadMain,
  MastheadToggle,
  PageToggleButton,
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
        {/* On a narrow screen it takes two lines rather than to push the page aside. */}
        <Flex fullWidth={{ default: 'fullWidth' }} columnGap={{ default: 'columnGapSm' }}>
          <ChoiceMenu
            label="Perspective"
            dataTest="perspective-switcher"
            choices={perspectives}
            chosen={perspective}
            onChoose={(id) => {
              setPerspective(id);
            }}
          />
          <FlexItem align={{ default: 'alignRight' }}>
            <FaultPanel />
          </FlexItem>
          <ThemeMenu />
          <ChoiceMenu
            label="User"
            dataTest="user-switcher"
            choices={serverFlags.devUsers.map((user) => ({ id: user, name: user }))}
            chosen={serverFlags.devUser}
            onChoose={actAs}
          />
        </Flex>
      </MastheadContent>
    </Masthead>
  );
}
