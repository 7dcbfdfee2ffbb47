// Rows of a table: as they stand on the page, as the script of a whole register has them, and as new lines; window.dcTableRow.
(function () {
  'use strict';
  var NOTHING = '—';
  var ISO = /^\d{4}-\d\d-\d\d$/;
  var collator = new Intl.Collator('zh-CN', { numeric: true });

  function plain(text) {
    return text.normalize('NFKC').toLowerCase();
  }

  function compared(a, b, kind) {
    if (a === '' || b === '') {
      return a === b ? 0 : a === '' ? 1 : -1;
    }
    if (kind === 'number') {
      return a - b;
    }
    return kind === 'day' ? (a < b ? -1 : a > b ? 1 : 0) : collator.compare(a, b);
  }

  // What a cell is sorted by: '' where it is empty, a number in a column of numbers.
  function keyOf(key, text, kind) {
    var found = key || (text === NOTHING ? '' : text);
    if (kind !== 'number' || found === '') {
      return found;
    }
    found = parseFloat(found.replace(/[,，]/g, ''));
    return isNaN(found) ? '' : found;
  }

  function dayText(iso) {
    var parts = iso.split('-').map(Number);
    return parts[0] + '年' + parts[1] + '月' + parts[2] + '日';
  }

  // ---- rows that stand on the page

  function valuesIn(cell) {
    var items = cell.querySelectorAll('li, .dc-badge');
    if (items.length) {
      return Array.prototype.map.call(items, function (item) { return item.textContent.trim(); });
    }
    var text = '';
    Array.prototype.forEach.call(cell.childNodes, function (node) {
      if (!node.classList || !node.classList.contains('dc-data__link')) {
        text += node.textContent;
      }
    });
    return [text.trim()];
  }

  function rowOnPage(line, heads) {
    return {
      id: line.id,
      line: line,
      cells: Array.prototype.map.call(line.cells, function (cell, place) {
        var values = valuesIn(cell);
        var time = cell.querySelector('time');
        var key = cell.getAttribute('data-key') || (time ? time.getAttribute('datetime') : '');
        return { values: values, key: keyOf(key, values[0], heads[place].kind) };
      })
    };
  }

  // ---- rows of the script

  function rowOfScript(written, heads) {
    return {
      id: written[0],
      written: written,
      cells: heads.map(function (head, place) {
        var cell = written[place + 1];
        if (typeof cell === 'string') {
          var isDay = head.kind === 'day' && ISO.test(cell);
          return { values: [isDay ? dayText(cell) : cell], key: keyOf(isDay ? cell : '', cell, head.kind) };
        }
        var values = cell[0].map(function (value) { return typeof value === 'string' ? value : value[0]; });
        return { values: values, key: keyOf(cell[1] || (cell[0][0][2] || ''), values[0], head.kind) };
      })
    };
  }

  function valueNode(value, root) {
    if (typeof value === 'string') {
      return document.createTextNode(value);
    }
    var made = window.dcTools.element(value[2] ? 'time' : 'a', '', value[0]);
    if (value[2]) {
      made.setAttribute('datetime', value[2]);
    } else {
      made.href = /^[a-z]+:/.test(value[1]) ? value[1] : root + value[1];
    }
    return made;
  }

  function fill(cell, written, kind, root) {
    if (typeof written === 'string') {
      if (kind === 'day' && ISO.test(written)) {
        cell.setAttribute('data-key', written);
        cell.appendChild(valueNode([dayText(written), '', written], root));
        return;
      }
      if (kind === 'number' && written !== NOTHING) {
        cell.setAttribute('data-key', written.replace(/,/g, ''));
      }
      cell.textContent = written;
      return;
    }
    var values = written[0];
    if (written[1]) {
      cell.setAttribute('data-key', written[1]);
    }
    if (written[2]) {
      values.forEach(function (value) {
        cell.appendChild(window.dcTools.element('span', 'dc-badge dc-badge--' + written[2], typeof value === 'string' ? value : value[0]));
      });
    } else if (values.length > 1) {
      var list = cell.appendChild(window.dcTools.element('ul', 'dc-values'));
      values.forEach(function (value) {
        list.appendChild(window.dcTools.element('li')).appendChild(valueNode(value, root));
      });
    } else {
      cell.appendChild(valueNode(values[0], root));
    }
  }

  // What the link of a row calls it: several rows of one name are told apart by their anchors.
  function called(row, table) {
    var name = row.cells[0].values[0];
    return table.names[name] > 1 ? name + '（' + row.id.slice(2) + '）' : name;
  }

  // A row as components/table.html writes it.
  function lineOf(row, table) {
    if (!row.line) {
      row.line = window.dcTools.element('tr');
      row.line.id = row.id;
      table.heads.forEach(function (head, place) {
        var cell = window.dcTools.element(place ? 'td' : 'th', place ? 'dc-data__' + head.kind : 'dc-list__title');
        fill(cell, row.written[place + 1], head.kind, table.root);
        if (place) {
          cell.setAttribute('data-label', head.text);
        } else {
          cell.scope = 'row';
          if (table.isLinked) {
            var link = cell.appendChild(window.dcTools.element('a', 'dc-data__link', '本行网址'));
            link.href = '#' + row.id;
            link.setAttribute('data-dc-silent', '');
            link.appendChild(window.dcTools.element('span', 'dc-hidden', '：' + called(row, table)));
          }
        }
        row.line.appendChild(cell);
      });
    }
    return row.line;
  }

  window.dcTableRow = { plain: plain, compared: compared, onPage: rowOnPage, ofScript: rowOfScript, line: lineOf };
})();
