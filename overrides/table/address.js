// The state of a table in the address of its page, so that it can be kept and passed on; window.dcTableAddress.
(function () {
  'use strict';

  function remember(table) {
    var parts = [];
    function add(name, value) {
      if (value) {
        parts.push(encodeURIComponent(name) + '=' + encodeURIComponent(value));
      }
    }
    add('q', table.controls.words.value.trim());
    var heads = table.heads;
    table.controls.filters.forEach(function (filter) { add(heads[filter.place].text, filter.select.value); });
    add('sort', table.sort.place < 0 ? '' : (table.sort.isDown ? '-' : '') + heads[table.sort.place].text);
    add('page', table.isSearched && table.page > 1 ? String(table.page) : '');
    try {
      window.history.replaceState(null, '', window.location.href.split(/[?#]/)[0] + (parts.length ? '?' + parts.join('&') : ''));
    } catch (refused) {
      return;
    }
  }

  function recall(table) {
    var asked = {};
    window.location.search.slice(1).split('&').forEach(function (part) {
      var pair = part.split('=').map(function (text) {
        try {
          return decodeURIComponent(text.replace(/\+/g, ' '));
        } catch (broken) {
          return '';
        }
      });
      asked[pair[0]] = pair[1] || '';
    });
    var heads = table.heads;
    table.controls.words.value = asked.q || '';
    table.controls.filters.forEach(function (filter) { filter.select.value = asked[heads[filter.place].text] || ''; });
    table.controls.filters.forEach(function (filter) {
      if (filter.select.selectedIndex < 0) {
        filter.select.value = '';
      }
    });
    var sort = (asked.sort || '').replace(/^-/, '');
    var place = heads.map(function (head) { return head.text; }).indexOf(sort);
    var isAsked = table.controls.words.value || table.controls.filters.some(function (filter) { return filter.select.value; });
    var page = Math.max(parseInt(asked.page, 10) || 1, 1);
    if (place >= 0) {
      table.panel.open = true;
      table.sortBy(place, /^-/.test(asked.sort), page);
    } else if (isAsked) {
      table.panel.open = true;
      table.change(page);
    }
  }

  window.dcTableAddress = { remember: remember, recall: recall };
})();
