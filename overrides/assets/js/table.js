// Tables of data: sorting by the heads, filters, a box for words, for every table.dc-data with enough rows.
// A table of which the page has only a part is used as a whole: its rows come as a script (publish/tables.py), loaded when
// first needed, so that a row is found by its address on whichever page it stands.
(function () {
  'use strict';
  var FEWEST = 6;
  var AT_ONCE = 20;
  var NOTHING = '—';
  var ISO = /^\d{4}-\d\d-\d\d$/;
  var tools;
  var collator = new Intl.Collator('zh-CN', { numeric: true });
  var tables = [];

  // A page with two tables names this script twice.
  if (window.dcTable) {
    return;
  }
  window.dcTable = true;

  function each(list, act) {
    Array.prototype.forEach.call(list, act);
  }

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
    each(cell.childNodes, function (node) {
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
    var made = tools.element(value[2] ? 'time' : 'a', '', value[0]);
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
        cell.appendChild(tools.element('span', 'dc-badge dc-badge--' + written[2], typeof value === 'string' ? value : value[0]));
      });
    } else if (values.length > 1) {
      var list = cell.appendChild(tools.element('ul', 'dc-values'));
      values.forEach(function (value) {
        list.appendChild(tools.element('li')).appendChild(valueNode(value, root));
      });
    } else {
      cell.appendChild(valueNode(values[0], root));
    }
  }

  // A row as components/table.html writes it.
  function lineOf(row, table) {
    if (!row.line) {
      row.line = tools.element('tr');
      row.line.id = row.id;
      table.heads.forEach(function (head, place) {
        var cell = tools.element(place ? 'td' : 'th', place ? 'dc-data__' + head.kind : 'dc-list__title');
        fill(cell, row.written[place + 1], head.kind, table.root);
        if (place) {
          cell.setAttribute('data-label', head.text);
        } else {
          cell.scope = 'row';
          if (table.isLinked) {
            var link = cell.appendChild(tools.element('a', 'dc-data__link', '本行网址'));
            link.href = '#' + row.id;
            link.setAttribute('data-dc-silent', '');
          }
        }
        row.line.appendChild(cell);
      });
    }
    return row.line;
  }

  // ---- a table

  function Table(node) {
    var self = this;
    this.node = node;
    this.body = node.tBodies[0];
    this.heads = Array.prototype.map.call(node.tHead.rows[0].cells, function (cell) {
      return { node: cell, text: cell.textContent, kind: cell.getAttribute('data-kind'), choices: cell.getAttribute('data-filter') };
    });
    this.rows = Array.prototype.map.call(this.body.rows, function (line) { return rowOnPage(line, self.heads); });
    this.own = this.rows;
    this.isLinked = node.hasAttribute('data-linked');
    this.source = node.getAttribute('data-rows');
    this.total = Number(node.getAttribute('data-total')) || this.rows.length;
    this.size = this.source ? Number(node.getAttribute('data-size')) : Infinity;
    this.first = this.source ? node.getAttribute('data-first') : '';
    this.root = this.source ? node.getAttribute('data-root').replace(/index\.html$/, '') : '';
    this.ownPage = this.source ? Number(node.getAttribute('data-page')) : 1;
    this.pager = this.source ? document.querySelector('.dc-content > .dc-pager') : null;
    this.isWhole = !this.source;
    this.waiting = [];
    this.page = this.ownPage;
    this.sort = { place: -1, isDown: false };
    this.controls = { words: null, filters: [], sort: null };
    if (this.total >= FEWEST) {
      this.addHeads();
      this.addPanel();
    }
  }

  Table.prototype.addHeads = function () {
    var self = this;
    this.heads.forEach(function (head, place) {
      var button = tools.button(head.text, function () {
        var isOn = self.sort.place === place;
        self.sortBy(isOn && self.sort.isDown ? -1 : place, isOn && !self.sort.isDown);
      });
      button.className = 'dc-data__sort';
      head.node.textContent = '';
      head.node.appendChild(button);
    });
  };

  Table.prototype.addPanel = function () {
    var self = this;
    var panel = tools.element('details', 'dc-filter');
    var fields = tools.element('div', 'dc-filter__fields');
    panel.open = window.getComputedStyle(document.documentElement).getPropertyValue('--dc-only-cards').trim() === 'none';
    panel.setAttribute('data-dc-silent', '');
    if (this.node.classList.contains('dc-data--cards')) {
      panel.classList.add('dc-data--cards');
    }
    panel.appendChild(tools.element('summary', 'dc-filter__summary', '在表里找、筛选和排序'));
    panel.appendChild(fields);

    function field(words, control, className) {
      var box = fields.appendChild(tools.element('div', 'dc-filter__field ' + (className || '')));
      var label = box.appendChild(tools.element('label', '', words));
      control.id = self.node.id + '-' + fields.children.length;
      control.className = 'dc-filter__control';
      control.setAttribute('autocomplete', 'off');
      label.htmlFor = control.id;
      return box.appendChild(control);
    }

    function choice(select, value, words) {
      var option = tools.element('option', '', words);
      option.value = value;
      select.appendChild(option);
    }

    this.controls.words = field('在表里找', tools.element('input'));
    this.controls.words.type = 'search';
    this.controls.words.addEventListener('input', function () { self.change(); });
    this.heads.forEach(function (head, place) {
      if (head.choices === null) {
        return;
      }
      var found = head.choices ? head.choices.split('\n') : [];
      if (!found.length) {
        self.rows.forEach(function (row) {
          row.cells[place].values.forEach(function (value) {
            if (found.indexOf(value) < 0) {
              found.push(value);
            }
          });
        });
      }
      if (found.length > 1) {
        var select = field(head.text, tools.element('select'));
        choice(select, '', '全部');
        found.forEach(function (value) { choice(select, value, value); });
        select.addEventListener('change', function () { self.change(); });
        self.controls.filters.push({ place: place, select: select });
      }
    });
    this.controls.sort = field('排序', tools.element('select'), 'dc-filter__field--sort');
    choice(this.controls.sort, '', '原来的次序');
    this.heads.forEach(function (head, place) {
      var ways = head.kind === 'number' ? ['从小到大', '从大到小'] : head.kind === 'day' ? ['从早到晚', '从晚到早'] : ['从前到后', '从后到前'];
      choice(self.controls.sort, place + 'a', head.text + '：' + ways[0]);
      choice(self.controls.sort, place + 'd', head.text + '：' + ways[1]);
    });
    this.controls.sort.addEventListener('change', function () {
      var chosen = self.controls.sort.value;
      self.sortBy(chosen ? parseInt(chosen, 10) : -1, /d$/.test(chosen));
    });
    this.clear = fields.appendChild(tools.button('清除条件', function () {
      self.reset();
      self.controls.words.focus();
    }));
    this.clear.hidden = true;
    this.status = panel.appendChild(tools.element('p', 'dc-filter__status'));
    this.status.setAttribute('role', 'status');
    panel.addEventListener('focusin', function () { self.whole(function () {}); });
    this.node.parentNode.insertBefore(panel, this.node);
    this.panel = panel;
  };

  // Calls `act` when all rows are here; says so if they do not come.
  Table.prototype.whole = function (act) {
    var self = this;
    if (this.isWhole) {
      act();
      return;
    }
    this.waiting.push(act);
    if (this.waiting.length > 1) {
      return;
    }
    var script = tools.element('script');
    script.src = this.root + this.source;
    script.onload = function () {
      var own = {};
      self.own.forEach(function (row) { own[row.id] = row; });
      self.rows = window.dcTableRows[self.source].map(function (written) {
        return own[written[0]] || rowOfScript(written, self.heads);
      });
      self.isWhole = true;
      self.waiting.splice(0).forEach(function (waiting) { waiting(); });
    };
    script.onerror = function () {
      self.waiting = [];
      document.head.removeChild(script);
      self.say('没有读到全部 ' + self.total + ' 条，请检查网络再试；也可以翻页看，或者下载');
    };
    document.head.appendChild(script);
  };

  Table.prototype.say = function (words) {
    if (this.status) {
      this.status.textContent = words;
    }
  };

  Table.prototype.change = function () {
    var self = this;
    this.page = 1;
    if (!this.isWhole) {
      this.say('正在读取全部 ' + this.total + ' 条……');
    }
    this.whole(function () {
      self.show(true);
      self.remember();
    });
  };

  Table.prototype.sortBy = function (place, isDown) {
    this.sort = { place: place, isDown: isDown };
    this.controls.sort.value = place < 0 ? '' : place + (isDown ? 'd' : 'a');
    this.heads.forEach(function (head, at) {
      if (at === place) {
        head.node.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
      } else {
        head.node.removeAttribute('aria-sort');
      }
    });
    this.change();
  };

  Table.prototype.reset = function () {
    this.controls.words.value = '';
    this.controls.filters.forEach(function (filter) { filter.select.value = ''; });
    this.sortBy(-1, false);
  };

  Table.prototype.found = function () {
    var words = plain(this.controls.words ? this.controls.words.value : '').split(/\s+/).filter(Boolean);
    var filters = this.controls.filters.filter(function (filter) { return filter.select.value; });
    var sort = this.sort;
    var kind = sort.place < 0 ? '' : this.heads[sort.place].kind;
    var found = this.rows.filter(function (row) {
      if (words.length && !row.text) {
        row.text = plain(row.cells.map(function (cell) { return cell.values.join('\n'); }).join('\n'));
      }
      return words.every(function (word) { return row.text.indexOf(word) >= 0; }) &&
        filters.every(function (filter) { return row.cells[filter.place].values.indexOf(filter.select.value) >= 0; });
    });
    this.isNarrowed = Boolean(words.length || filters.length);
    if (sort.place >= 0) {
      found = found.map(function (row, order) { return { row: row, order: order, key: row.cells[sort.place].key }; });
      found.sort(function (a, b) {
        var way = compared(a.key, b.key, kind);
        return (sort.isDown && a.key !== '' && b.key !== '' ? -way : way) || a.order - b.order;
      });
      found = found.map(function (entry) { return entry.row; });
    }
    return found;
  };

  // The first rows of an answer stand there at once, the others a moment later, so that a slow phone answers while one types.
  Table.prototype.put = function (rows, isHasty) {
    var self = this;
    var shown = document.createDocumentFragment();
    window.clearTimeout(this.later);
    rows.slice(0, isHasty ? AT_ONCE : rows.length).forEach(function (row) { shown.appendChild(lineOf(row, self)); });
    this.body.appendChild(shown);
    if (isHasty && rows.length > AT_ONCE) {
      this.later = window.setTimeout(function () { self.put(rows.slice(AT_ONCE), false); }, 50);
    }
  };

  Table.prototype.show = function (isHasty) {
    var found = this.found();
    var pages = Math.max(Math.ceil(found.length / this.size), 1);
    var isPlain = !this.isNarrowed && this.sort.place < 0;
    if (isPlain && !this.isPaging) {
      this.page = this.ownPage;
    }
    this.page = Math.min(this.page, pages);
    var start = this.size === Infinity ? 0 : (this.page - 1) * this.size;
    this.body.textContent = '';
    this.put(found.slice(start, start + this.size), isHasty);
    if (this.clear) {
      this.clear.hidden = isPlain;
    }
    this.showPager(found.length, pages, isPlain && this.page === this.ownPage);
    this.say(this.words(found.length, isPlain));
  };

  Table.prototype.words = function (count, isPlain) {
    if (isPlain) {
      return '';
    }
    var head = this.heads[this.sort.place];
    var way = head ? this.controls.sort.options[this.controls.sort.selectedIndex].text : '';
    var order = head ? '，按“' + way + '”排列' : '';
    if (!this.isNarrowed) {
      return '共 ' + count + ' 条' + order;
    }
    return count ? '符合条件的有 ' + count + ' 条，共 ' + this.total + ' 条' + order : '没有符合条件的，请换一个词，或者清除条件';
  };

  Table.prototype.showPager = function (count, pages, isOwn) {
    var self = this;
    if (this.pager) {
      this.pager.hidden = !isOwn;
    }
    if (this.turner) {
      this.turner.parentNode.removeChild(this.turner);
      this.turner = null;
    }
    if (isOwn || pages < 2) {
      return;
    }
    function turn(words, page) {
      return tools.button(words, function () {
        self.isPaging = true;
        self.page = page;
        self.show();
        self.focusCaption();
      });
    }
    this.turner = tools.element('nav', 'dc-pager');
    this.turner.setAttribute('aria-label', '表格翻页');
    this.turner.appendChild(tools.element('p', 'dc-pager__state', '第 ' + this.page + ' 页，共 ' + pages + ' 页，' + count + ' 条'));
    var bar = this.turner.appendChild(tools.element('div', 'dc-filter__turn'));
    if (this.page > 1) {
      bar.appendChild(turn('上一页', this.page - 1));
    }
    if (this.page < pages) {
      bar.appendChild(turn('下一页', this.page + 1));
    }
    this.node.parentNode.insertBefore(this.turner, this.node.nextSibling);
  };

  Table.prototype.focusCaption = function () {
    this.node.caption.tabIndex = -1;
    this.node.caption.focus();
    this.node.caption.scrollIntoView();
  };

  // The row of the address, on whichever page it stands.
  Table.prototype.find = function (id) {
    var self = this;
    this.whole(function () {
      var place = self.rows.map(function (row) { return row.id; }).indexOf(id);
      if (place < 0) {
        return;
      }
      if (self.isNarrowed || self.sort.place >= 0) {
        self.reset();
      }
      self.isPaging = true;
      self.page = self.size === Infinity ? 1 : Math.floor(place / self.size) + 1;
      self.show();
      var line = lineOf(self.rows[place], self);
      line.classList.add('dc-data__here');
      line.tabIndex = -1;
      line.focus({ preventScroll: true });
      line.scrollIntoView();
    });
  };

  // ---- the address

  Table.prototype.remember = function () {
    var parts = [];
    if (tables.length > 1) {
      return;
    }
    function add(name, value) {
      if (value) {
        parts.push(encodeURIComponent(name) + '=' + encodeURIComponent(value));
      }
    }
    add('q', this.controls.words.value.trim());
    var heads = this.heads;
    this.controls.filters.forEach(function (filter) { add(heads[filter.place].text, filter.select.value); });
    add('sort', this.sort.place < 0 ? '' : (this.sort.isDown ? '-' : '') + heads[this.sort.place].text);
    try {
      window.history.replaceState(null, '', window.location.href.split(/[?#]/)[0] + (parts.length ? '?' + parts.join('&') : ''));
    } catch (refused) {
      return;
    }
  };

  Table.prototype.recall = function () {
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
    var heads = this.heads;
    this.controls.words.value = asked.q || '';
    this.controls.filters.forEach(function (filter) { filter.select.value = asked[heads[filter.place].text] || ''; });
    this.controls.filters.forEach(function (filter) {
      if (filter.select.selectedIndex < 0) {
        filter.select.value = '';
      }
    });
    var sort = (asked.sort || '').replace(/^-/, '');
    var place = heads.map(function (head) { return head.text; }).indexOf(sort);
    var isAsked = this.controls.words.value || this.controls.filters.some(function (filter) { return filter.select.value; });
    if (place >= 0) {
      this.panel.open = true;
      this.sortBy(place, /^-/.test(asked.sort));
    } else if (isAsked) {
      this.panel.open = true;
      this.change();
    }
  };

  function findAsked() {
    var id = '';
    try {
      id = decodeURIComponent(window.location.hash.slice(1));
    } catch (broken) {
      return;
    }
    if (/^r-/.test(id) && !document.getElementById(id)) {
      tables.forEach(function (table) { table.find(id); });
    }
  }

  function copyAddress(event) {
    var link = event.target;
    if (!link.classList || !link.classList.contains('dc-data__link')) {
      return;
    }
    var page = document.createElement('a');
    var first = link.closest('table').getAttribute('data-first');
    page.href = first || window.location.href.split(/[?#]/)[0];
    tools.copy(page.href.replace(/index\.html$/, '') + link.getAttribute('href'), '这一行的网址已经复制');
  }

  // This script stands beside its table, tools.js at the end of the page.
  document.addEventListener('DOMContentLoaded', function () {
    tools = window.dcTools;
    each(document.querySelectorAll('table.dc-data'), function (node) {
      tables.push(new Table(node));
      node.addEventListener('click', copyAddress);
    });
    if (tables.length === 1 && tables[0].panel) {
      tables[0].recall();
      tools.address = function () {
        return window.location.href.split('#')[0];
      };
    }
    window.addEventListener('hashchange', findAsked);
    findAsked();
  });
})();
