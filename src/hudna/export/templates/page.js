"use strict";
(function () {
  var root = document.documentElement;
  var button = document.getElementById("language");
  var form = document.getElementById("filter");
  var found = document.getElementById("found");

  function setLanguage(lang) {
    root.lang = lang;
    root.dir = lang === "ar" ? "rtl" : "ltr";
    document.querySelectorAll(".m[data-other]").forEach(function (span) {
      if (span.titles === undefined) span.titles = [span.title, span.dataset.other];
      span.title = span.titles[lang === root.dataset.lang ? 0 : 1];
    });
    form.querySelectorAll("option[data-en]").forEach(function (option) { option.textContent = option.dataset[lang]; });
    report();
  }

  function fold(text) {
    return text.normalize("NFKC").toLowerCase()
      .replace(/[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g, "")
      .replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه").replace(/ؤ/g, "و").replace(/ئ/g, "ي");
  }

  var rows = Array.prototype.map.call(document.querySelectorAll(".row, .report"), function (node) {
    return { node: node, data: node.dataset, text: null, counts: node.classList.contains("row") };
  });
  var counted = { shown: 0, all: 0 };

  function fits(row, q, publisher, status, from, to) {
    if (publisher && row.data.publisher !== publisher) return false;
    if (status && row.data.status !== undefined && row.data.status !== status) return false;
    if (from && !(row.data.last ? row.data.last >= from : row.data.first && !row.data.last)) return false;
    if (to && !(row.data.first ? row.data.first <= to : row.data.last && !row.data.first)) return false;
    if (!q.length) return true;
    if (row.text === null) row.text = fold(row.node.textContent);
    return q.every(function (word) { return row.text.indexOf(word) !== -1; });
  }

  function apply() {
    var q = fold(document.getElementById("q").value).split(/\s+/).filter(Boolean);
    var value = function (id) { return document.getElementById(id).value; };
    var asked = [value("publisher"), value("status"), value("from"), value("to")];
    counted = { shown: 0, all: 0 };
    rows.forEach(function (row) {
      row.node.hidden = !fits(row, q, asked[0], asked[1], asked[2], asked[3]);
      if (row.counts) counted.all += 1;
      if (row.counts && !row.node.hidden) counted.shown += 1;
    });
    document.querySelectorAll(".day, .accord").forEach(function (group) {
      group.hidden = !group.querySelector(".row:not([hidden])");
    });
    report();
  }

  function report() {
    var cut = counted.shown < counted.all;
    found.textContent = !cut ? "" : root.lang === "ar"
      ? "المعروض: " + counted.shown + " من " + counted.all
      : "shown: " + counted.shown + " of " + counted.all;
  }

  var timer = 0;
  form.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(apply, 120); });
  form.addEventListener("reset", function () { setTimeout(apply, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  button.addEventListener("click", function () { setLanguage(root.lang === "ar" ? "en" : "ar"); });
  window.addEventListener("hashchange", function () {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var hidden = target && target.closest("[hidden]");
    if (hidden) { form.reset(); setTimeout(function () { target.scrollIntoView(); }, 10); }
  });
  button.hidden = false;
  form.hidden = false;
})();
