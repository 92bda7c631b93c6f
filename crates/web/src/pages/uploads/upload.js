// Shows how much of an upload has been sent, and reloads a page that waits for its figures.
// Without this script the form is sent as any other, and the page has a link to look again.

let form = document.querySelector("form[data-upload]");
if (form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
}

const waiting = document.querySelector("[data-waiting]");
if (waiting) {
  setTimeout(() => location.reload(), 2000);
}

function send(form) {
  const bar = form.querySelector("[data-progress]");
  const meter = bar.querySelector("progress");
  const words = bar.querySelector("[data-progress-words]");
  const button = form.querySelector("button[type=submit]");
  const request = new XMLHttpRequest();
  let told = -1;
  bar.hidden = false;
  const input = form.querySelector("input[type=file]");
  const size = Array.from(input.files).reduce((sum, file) => sum + file.size, 0);
  if (size > Number(input.dataset.largest)) {
    words.textContent = "The files are larger than 200 MB, which no return is. Nothing was sent.";
    return;
  }
  button.disabled = true;
  request.upload.addEventListener("progress", (sent) => {
    if (!sent.lengthComputable) return;
    const percent = Math.floor((sent.loaded / sent.total) * 100);
    meter.value = percent;
    // Spoken in tens, so that a screen reader is not flooded.
    const tens = percent === 100 ? 100 : Math.floor(percent / 10) * 10;
    if (tens !== told) {
      told = tens;
      words.textContent = tens === 100 ? "All sent. Reading the return…" : `${tens}% sent`;
    }
  });
  request.addEventListener("load", () => {
    const next = request.getResponseHeader("X-Waymark-Next");
    if (next) location.assign(next);
    else show(request.responseText);
  });
  request.addEventListener("error", () => {
    bar.hidden = true;
    button.disabled = false;
    show("");
  });
  request.open("POST", form.action);
  request.setRequestHeader("X-Waymark-Upload", "script");
  request.send(new FormData(form));
}

/** Puts the answer's page in place of this one; a line that broke off says so. */
function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const main = page.querySelector("main");
  if (!main) {
    const words = form.querySelector("[data-progress-words]");
    form.querySelector("[data-progress]").hidden = false;
    words.textContent = "The connection broke off. Nothing was kept. Send it again.";
    return;
  }
  document.title = page.title;
  document.querySelector("main").replaceWith(document.adoptNode(main));
  const again = main.querySelector("form[data-upload]");
  if (again) form = again;
  again?.addEventListener("submit", (event) => {
    event.preventDefault();
    send(again);
  });
  const summary = main.querySelector(".govuk-error-summary");
  if (summary) {
    summary.tabIndex = -1;
    summary.focus();
  }
}
