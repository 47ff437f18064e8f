// Shows the API's own description as a page; without it there is a link to the description.
const docs = document.getElementById("docs");
window.SwaggerUIBundle({
  url: docs.dataset.schema,
  domNode: docs,
  deepLinking: true,
  presets: [window.SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
});
