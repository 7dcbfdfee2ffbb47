// Tables of data: sorting by the heads, filters, a box for words, for every table.dc-data with enough rows.
// A table of which the page has only a part is used as a whole: its rows come as a script (publish/tables.py), loaded when
// first needed, so that a row is found by its address on whichever page it stands.
(function () {
  'use strict';
  var FEWEST = 6;
  var AT_ONCE = 20;
  var lines = window.dcTableRow;
  var tools = window.dcTools;
  var tables = [];

  // ---- a table

  function Table(node) {
    var self = this;
    this.node = node;
    this.body = node.tBodies[0];
    this.heads = Array.prototype.map.call(node.tHead.rows[0].cells, function (cell) {
      return { node: cell, text: cell.textContent, kind: cell.getAttribute('data-kind'), choices: cell.getAttribute('data-filter'), isSum: cell.hasAttribute('data-sum') };
    });
    this.rows = Array.prototype.map.call(this.body.rows, function (line) { return lines.onPage(line, self.heads); });
    this.own = this.rows;
    this.isLinked = node.hasAttribute('data-linked');
    this.source = node.getAttribute('data-rows');
    this.total = Number(node.getAttribute('data-total')) || this.rows.length;
    this.size = this.source ? Number(node.getAttribute('data-size')) : Infinity;
    this.first = this.source ? node.getAttribute('data-first') : '';
    this.root = this.source ? node.getAttribute('data-root').replace(/index\.html$/, '') : '';
    this.ownPage = this.source ? Number(node.getAttribute('data-page')) : 1;
    this.pager = this.source ? document.querySelector('#dc-turn > .dc-pager') : null;
    this.isWhole = !this.source;
    this.waiting = [];
    this.page = this.ownPage;
    this.sort = { place: -1, isDown: false };
    this.controls = { words: null, filters: [], sort: null };
    if (this.total >= FEWEST) {
      window.dcTableControls.heads(this);
      window.dcTableControls.panel(this);
    }
  }

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
        return own[written[0]] || lines.ofScript(written, self.heads);
      });
      self.names = {};
      self.rows.forEach(function (row) {
        var name = row.cells[0].values[0];
        self.names[name] = (self.names[name] || 0) + 1;
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

  Table.prototype.remember = function () {
    if (tables.length === 1) {
      window.dcTableAddress.remember(this);
    }
  };

  Table.prototype.change = function (page) {
    var self = this;
    this.page = page || 1;
    this.isPaging = false;
    if (!this.isWhole) {
      this.say('正在读取全部 ' + this.total + ' 条……');
    }
    this.whole(function () {
      self.show(true);
      self.remember();
    });
  };

  Table.prototype.sortBy = function (place, isDown, page) {
    this.sort = { place: place, isDown: isDown };
    this.controls.sort.value = place < 0 ? '' : place + (isDown ? 'd' : 'a');
    this.heads.forEach(function (head, at) {
      if (at === place) {
        head.node.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
      } else {
        head.node.removeAttribute('aria-sort');
      }
    });
    this.change(page);
  };

  Table.prototype.reset = function () {
    this.controls.words.value = '';
    this.controls.filters.forEach(function (filter) { filter.select.value = ''; });
    this.sortBy(-1, false);
  };

  Table.prototype.found = function () {
    var words = lines.plain(this.controls.words ? this.controls.words.value : '').split(/\s+/).filter(Boolean);
    var filters = this.controls.filters.filter(function (filter) { return filter.select.value; });
    var sort = this.sort;
    var kind = sort.place < 0 ? '' : this.heads[sort.place].kind;
    var found = this.rows.filter(function (row) {
      if (words.length && !row.text) {
        row.text = lines.plain(row.cells.map(function (cell) { return cell.values.join('\n'); }).join('\n'));
      }
      return words.every(function (word) { return row.text.indexOf(word) >= 0; }) &&
        filters.every(function (filter) { return row.cells[filter.place].values.indexOf(filter.select.value) >= 0; });
    });
    this.isNarrowed = Boolean(words.length || filters.length);
    if (sort.place >= 0) {
      found = found.map(function (row, order) { return { row: row, order: order, key: row.cells[sort.place].key }; });
      found.sort(function (a, b) {
        var way = lines.compared(a.key, b.key, kind);
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
    rows.slice(0, isHasty ? AT_ONCE : rows.length).forEach(function (row) { shown.appendChild(lines.line(row, self)); });
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
    this.isSearched = !isPlain;
    this.page = Math.min(this.page, pages);
    var start = this.size === Infinity ? 0 : (this.page - 1) * this.size;
    this.body.textContent = '';
    this.put(found.slice(start, start + this.size), isHasty);
    if (this.clear) {
      this.clear.hidden = isPlain;
    }
    var isOwn = isPlain && this.page === this.ownPage;
    this.showPager(found.length, pages, isOwn);
    window.dcTableState.caption(this, found.length, isOwn);
    window.dcTableState.totals(this, found);
    this.say(this.words(found.length, isPlain));
  };

  Table.prototype.words = function (count, isPlain) {
    if (isPlain) {
      return '';
    }
    var order = this.sort.place < 0 ? '' : '，' + window.dcTableState.order(this);
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
        self.remember();
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
    this.pager.parentNode.appendChild(this.turner);
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
      var line = lines.line(self.rows[place], self);
      line.classList.add('dc-data__here');
      line.tabIndex = -1;
      line.focus({ preventScroll: true });
      line.scrollIntoView();
    });
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

  Array.prototype.forEach.call(document.querySelectorAll('table.dc-data'), function (node) {
    tables.push(new Table(node));
    node.addEventListener('click', copyAddress);
  });
  if (tables.length === 1 && tables[0].panel) {
    window.dcTableAddress.recall(tables[0]);
    tools.address = function () {
      return window.location.href.split('#')[0];
    };
  }
  window.addEventListener('hashchange', findAsked);
  findAsked();
})();
