/** The buttons of the overview: each posts to a control, then the page shows how things are now. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-post]')) {
  button.addEventListener('click', async () => {
    button.disabled = true;
    const response = await fetch(button.dataset.post ?? '', {
      method: 'POST',
      body: button.dataset.body ?? '{}',
    });
    if (response.ok) window.location.reload();
    else button.textContent = `Refused: ${(await response.json()).error.message}`;
  });
}

const RELOAD_MS = 5_000;

/** Keeps up by itself while nobody is in the middle of something. */
setInterval(() => {
  const busy = document.hidden || document.activeElement instanceof HTMLButtonElement;
  if (!busy) window.location.reload();
}, RELOAD_MS);
