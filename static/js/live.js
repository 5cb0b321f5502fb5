// What attributes cannot say of pages that save as one works: the window with a row's details, the word for what
// failed, the panel on a phone.
const narrow = matchMedia("(max-width: 47.9375em)");
const typed = (form) => new URLSearchParams(new FormData(form)).toString();
let read = "";
let opener = null;
let leaving = false; // on the way back from a sheet: one step, however many parts an answer has

// The details of a row: in place, or on a phone a sheet over the page that Back and Escape close.
function openDetails(dialog) {
  for (const other of document.querySelectorAll("dialog.details")) if (other !== dialog) other.remove();
  const again = dialog.querySelector(".conflict, .form-errors");
  read = again ? "" : typed(dialog.querySelector("form"));
  if (narrow.matches) {
    dialog.showModal();
    if (!history.state?.details) history.pushState({ details: true }, "");
  } else {
    dialog.show();
  }
  (again || dialog.querySelector("h2")).focus();
}

function closeDetails(dialog) {
  if (typed(dialog.querySelector("form")) !== read && !confirm(dialog.dataset.leave)) return false;
  const back = dialog.closest("li")?.querySelector(".row-open") || opener;
  dialog.close();
  dialog.remove();
  back?.focus();
  return true;
}

function leaveSheet() {
  if (leaving || !history.state?.details) return;
  leaving = true;
  history.back();
}

function leaveDetails(event, dialog) {
  event.preventDefault();
  if (closeDetails(dialog)) leaveSheet();
}

document.addEventListener("htmx:beforeSwap", (event) => {
  const { elt } = event.detail.requestConfig;
  if (elt.matches("a")) opener = elt;
});
document.addEventListener("htmx:afterSettle", () => {
  const dialog = document.querySelector("dialog.details");
  if (dialog && !dialog.open) openDetails(dialog);
  if (!dialog) leaveSheet();
});
document.addEventListener("cancel", (event) => {
  if (event.target.matches("dialog.details")) leaveDetails(event, event.target);
}, true);
document.addEventListener("keydown", (event) => {
  const dialog = document.querySelector("dialog.details[open]:not(:modal)");
  if (event.key === "Escape" && dialog?.contains(event.target)) leaveDetails(event, dialog);
});
document.addEventListener("click", (event) => {
  const close = event.target.closest(".details-close");
  if (close) leaveDetails(event, close.closest("dialog"));
});
addEventListener("popstate", () => {
  leaving = false;
  const dialog = document.querySelector("dialog.details[open]:modal");
  if (dialog && !closeDetails(dialog)) history.pushState({ details: true }, "");
});

// What failed is said where it was tried; what was typed stays.
function say(element, word) {
  const place = element.closest("dialog, li, form") || document.getElementById("main");
  place.querySelector(".live-word")?.remove();
  const text = document.createElement("p");
  text.className = "missing missing-blocks live-word";
  text.setAttribute("role", "alert");
  place.append(text);
  const words = document.getElementById("words").dataset;
  text.textContent = words[word];
  if (word !== "ended") return;
  const link = document.createElement("a");
  Object.assign(link, { href: words.signin, target: "_blank", textContent: words.signinword });
  text.append(" ", link);
}

document.addEventListener("htmx:beforeRequest", (event) => {
  event.detail.elt.closest("dialog, li, form")?.querySelector(".live-word")?.remove();
});
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, requestConfig } = event.detail;
  const answered = xhr.responseURL && new URL(xhr.responseURL).pathname;
  if (!answered || answered === new URL(requestConfig.path, location.href).pathname) return;
  event.detail.shouldSwap = false; // the answer of another page: of the one to sign in
  say(requestConfig.elt, "ended");
});
document.addEventListener("htmx:sendError", (event) => say(event.detail.elt, "lost"));
document.addEventListener("htmx:timeout", (event) => say(event.detail.elt, "lost"));
document.addEventListener("htmx:responseError", (event) => {
  say(event.detail.elt, { 403: "old", 404: "gone" }[event.detail.xhr.status] || "failed");
});

// What is wrong with single fields of a form that stays, by their names: each word stands at its field.
document.addEventListener("words", (event) => {
  const form = event.target.closest("form");
  for (const [name, word] of Object.entries(form ? event.detail : {})) {
    const named = form.elements[name];
    const field = named instanceof RadioNodeList ? named[0] : named;
    if (!field) continue;
    const id = `${field.id}-word`;
    const place = document.getElementById(id) || document.createElement("div");
    Object.assign(place, { id, className: "invalid-feedback" });
    if (!place.isConnected) (field.closest(".input-group, .segments") || field).after(place);
    if (place.textContent !== word) place.textContent = word;
    field.classList.toggle("is-invalid", Boolean(word));
    if (word) field.setAttribute("aria-errormessage", id);
    field.setAttribute("aria-invalid", String(Boolean(word)));
  }
});

// The address says what the board is filtered by, so that a reload finds it again.
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful && event.detail.elt.matches(".board-filter")) {
    history.replaceState(history.state, "", event.detail.xhr.responseURL);
  }
});

// The panel on a phone opens from the bar at the foot; Escape and Close lead back to it.
let opened = false;
function closePanel(event) {
  event.preventDefault();
  if (opened) history.back();
  else location.hash = "main";
  opened = false;
  document.querySelector(".panel-bar")?.focus();
}
document.addEventListener("click", (event) => {
  if (event.target.closest(".panel-bar")) opened = true;
  if (event.target.closest(".panel-close")) closePanel(event);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && narrow.matches && location.hash === "#panel") closePanel(event);
});
