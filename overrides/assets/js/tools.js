// The switches remember; 打印, 复制链接; the state of what opens and closes; the day of printing.
// The other scripts make their elements and buttons with what is offered here as window.dcTools.
(function () {
  'use strict';
  var preferences = window.dcPreferences;
  var tools = document.querySelector('.dc-tools');
  var status = element('p', 'dc-status');
  var statusTimer = 0;
  var opened = [];

  status.setAttribute('role', 'status');
  document.getElementById('dc-main').appendChild(status);

  function say(words) {
    window.clearTimeout(statusTimer);
    status.textContent = words;
    statusTimer = window.setTimeout(function () {
      status.textContent = '';
    }, 6000);
  }

  function element(name, className, words) {
    var made = document.createElement(name);
    made.setAttribute('data-dc-script', '');
    if (className) {
      made.className = className;
    }
    if (words) {
      made.textContent = words;
    }
    return made;
  }

  function button(words, act) {
    var made = element('button', 'dc-button', words);
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
  }

  function boxesOf(name) {
    return document.querySelectorAll('input[data-dc-preference="' + name + '"]');
  }

  function showPreferences() {
    preferences.names.forEach(function (name) {
      var value = preferences.get(name);
      Array.prototype.forEach.call(boxesOf(name), function (box) {
        box.checked = box.value === value;
      });
    });
  }

  function keep(event) {
    var box = event.target;
    preferences.set(box.getAttribute('data-dc-preference'), box.checked ? box.value : '');
  }

  function exposeState(box) {
    function show() {
      box.setAttribute('aria-expanded', String(box.checked));
    }
    box.addEventListener('change', show);
    show();
  }

  function pageAddress() {
    return window.location.href.split(/[?#]/)[0];
  }

  function copy(address, words) {
    function done() {
      say(words);
    }

    function byHand() {
      var field = document.createElement('textarea');
      field.value = address;
      field.setAttribute('aria-hidden', 'true');
      field.className = 'dc-hidden';
      document.body.appendChild(field);
      field.select();
      var copied = document.execCommand('copy');
      document.body.removeChild(field);
      if (copied) {
        done();
      } else {
        say('浏览器不让复制，请从地址栏复制本页的网址');
      }
    }

    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(address).then(done, byHand);
    } else {
      byHand();
    }
  }

  function copyLink() {
    copy(window.dcTools.address(), '本页的链接已经复制');
  }

  function writePrintDay() {
    var today = new Date();
    var words = today.getFullYear() + '年' + (today.getMonth() + 1) + '月' + today.getDate() + '日';
    document.querySelector('.dc-printed').textContent = '打印日期：' + words;
  }

  // Paper cannot be opened: what is folded away is printed too.
  function openForPaper() {
    Array.prototype.forEach.call(document.querySelectorAll('#dc-main details:not([open])'), function (details) {
      details.open = true;
      opened.push(details);
    });
  }

  preferences.names.forEach(function (name) {
    Array.prototype.forEach.call(boxesOf(name), function (box) {
      box.addEventListener('change', keep);
    });
  });
  Array.prototype.forEach.call(document.querySelectorAll('[data-dc-opens]'), exposeState);
  // A page that comes back from the browser's memory may show an older choice.
  window.addEventListener('pageshow', showPreferences);
  showPreferences();
  window.addEventListener('beforeprint', function () {
    writePrintDay();
    openForPaper();
  });
  window.addEventListener('afterprint', function () {
    opened.splice(0).forEach(function (details) {
      details.open = false;
    });
  });

  tools.insertBefore(button('打印', function () { window.print(); }), tools.firstChild);
  tools.appendChild(button('复制链接', copyLink)).classList.add('dc-button--extra');
  window.dcTools = { element: element, button: button, say: say, copy: copy, address: pageAddress };
})();
