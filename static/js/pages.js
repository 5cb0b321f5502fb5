// The draft's pages as pictures: the small one of the page in view is marked; without a script they are links all the
// same.
function mark(list) {
  const links = list.parentElement.querySelectorAll(".thumbs a");
  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        for (const link of links) {
          const current = link.hash === `#${entry.target.id}`;
          if (current) link.setAttribute("aria-current", "true");
          else link.removeAttribute("aria-current");
        }
      }
    },
    { root: list, threshold: 0.6 },
  );
  for (const page of list.children) seen.observe(page);
}
document.querySelectorAll(".preview .pages").forEach(mark);
document.addEventListener("htmx:afterSwap", () => document.querySelectorAll(".preview .pages").forEach(mark));

// Whoever comes back to this page from another tab or window sees the draft as it is now.
function returned() {
  if (!document.hidden) htmx.trigger(document.body, "returned");
}
document.addEventListener("visibilitychange", returned);
addEventListener("focus", returned);
addEventListener("pageshow", (event) => {
  if (event.persisted) returned();
});
