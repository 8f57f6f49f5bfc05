// Before the first paint: the colours that the reader chose on the site, where Material keeps them,
// and whether this is one of the small windows of the speaker's view.
const html = document.documentElement;
html.classList.toggle("receiver", new URLSearchParams(location.search).has("receiver"));
try {
  const site = new URL("{{ link('') }}", location).pathname;
  const chosen = JSON.parse(localStorage.getItem(`${site}.__palette`))?.color?.media ?? "";
  const scheme = /light|dark/.exec(chosen)?.[0];
  if (scheme) html.dataset.scheme = scheme;
} catch {
  // nothing can be stored here: the device decides
}
