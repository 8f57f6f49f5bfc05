// The colours that the reader chose on the site, before the first paint; Material keeps them.
try {
  const site = new URL("{{ link('') }}", location).pathname;
  const chosen = JSON.parse(localStorage.getItem(`${site}.__palette`))?.color?.media ?? "";
  const scheme = /light|dark/.exec(chosen)?.[0];
  if (scheme) document.documentElement.dataset.scheme = scheme;
} catch {
  // no storage: the device decides
}
