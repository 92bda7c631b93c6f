// What JavaScript adds to a page. Every page works without it.
// The build replaces the two addresses by the hashed names of the published modules.
import { initAll as initGovuk } from "./govuk-frontend.min.js";

/** Start everything on the page; `scope` is the document or a part that was added later. */
export function initAll(scope = document) {
  // GOV.UK Frontend asks for this class first; a content security policy without inline scripts leaves it to us.
  if ("noModule" in HTMLScriptElement.prototype) {
    document.body.classList.add("govuk-frontend-supported");
  }
  initGovuk({ scope });
  // The MOJ module is bigger than all the rest: fetch it only for a page that has one of its components.
  if (scope.querySelector('[data-module^="moj-"]')) {
    import("./moj-frontend.min.js").then((moj) => moj.initAll({ scope }));
  }
  for (const button of scope.querySelectorAll("button[data-print]")) {
    // Hidden in the page's HTML, because without JavaScript it could do nothing.
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}

initAll();
