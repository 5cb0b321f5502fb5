// Marks the small picture of the page that is in view; without a script the pictures are links all the same.
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
