'use client';

import { useEffect } from 'react';

/**
 * Opens and closes native dialogs where the browser does not do it by itself yet: `command="show-modal"` with
 * `commandfor`, and a press beside a dialog that is `closedby="any"`. One listener for the whole document.
 */
export function DialogCommands() {
  useEffect(() => {
    const commands = 'commandForElement' in HTMLButtonElement.prototype;
    const closedBy = 'closedBy' in HTMLDialogElement.prototype;
    if (commands && closedBy) return;
    const onClick = ({ target }: MouseEvent) => {
      if (!(target instanceof Element)) return;
      if (!commands) openCommanded(target);
      if (!closedBy && target instanceof HTMLDialogElement && target.getAttribute('closedby') === 'any')
        target.close();
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, []);
  return null;
}

function openCommanded(target: Element) {
  const id = target.closest('button[command="show-modal"]')?.getAttribute('commandfor');
  const dialog = id ? document.getElementById(id) : null;
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}
