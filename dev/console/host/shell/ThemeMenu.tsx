/** The themes of the consoles, as classes on `<html>`: light, dark, high contrast, glass (OpenShift 5). */
import { useEffect, useState } from 'react';
import { ChoiceMenu } from './ChoiceMenu';

const themes = [
  { id: 'light', name: 'Light', classes: [] },
  { id: 'dark', name: 'Dark', classes: ['pf-v6-theme-dark'] },
  { id: 'high-contrast', name: 'High contrast', classes: ['pf-v6-theme-high-contrast'] },
  { id: 'glass', name: 'Glass', classes: ['pf-v6-theme-felt', 'pf-v6-theme-glass'] },
] as const;

const storageKey = 'dev-console/theme';

export function ThemeMenu() {
  const [theme, setTheme] = useState(() => window.localStorage.getItem(storageKey) ?? 'light');
  useEffect(() => {
    window.localStorage.setItem(storageKey, theme);
    for (const { id, classes } of themes) {
      for (const name of classes) document.documentElement.classList.toggle(name, id === theme);
    }
  }, [theme]);
  return (
    <ChoiceMenu
      label="Theme"
      dataTest="theme-switcher"
      choices={themes}
      chosen={theme}
      onChoose={setTheme}
    />
  );
}
