/* The application form: print, save a copy on this device, clear.  Nothing is sent, and nothing is stored by the site. */
(function () {
  'use strict';

  var form = document.querySelector('.dc-form');
  if (!form) { return; }
  var rows = Array.prototype.slice.call(form.querySelectorAll('.dc-form__row'));
  var element = window.dcTools.element;
  var printed = [];

  function controlOf(row) { return row.querySelector('.dc-form__control'); }

  function labelOf(row) { return row.querySelector('.dc-form__label').firstChild.textContent.trim(); }

  function valueOf(row) {
    var control = controlOf(row) || row.querySelector('.dc-form__radio:checked');
    return control ? control.value.trim() : '';
  }

  function isRequired(row) { return (controlOf(row) || row).getAttribute('aria-required') === 'true'; }

  /* Whether 18 signs can be the number of an identity card: the last is the check sign of the others (GB 11643). */
  function isIdNumber(text) {
    if (!/^\d{17}[\dX]$/.test(text)) { return false; }
    var weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2], sum = 0;
    weights.forEach(function (weight, place) { sum += weight * +text.charAt(place); });
    return '10X98765432'.charAt(sum % 11) === text.charAt(17);
  }

  function troubleIn(row) {
    var value = valueOf(row), control = controlOf(row);
    if (isRequired(row) && !value) { return '没有填'; }
    if (control && control.dataset.check === 'id-card' && value) {
      var kind = document.getElementById('dc-field-id-kind');
      if (kind && kind.value === '居民身份证' && !isIdNumber(value.toUpperCase().replace(/\s/g, ''))) {
        return '好像不对，居民身份证号码是 18 位，请核对';
      }
    }
    if (row.id === 'dc-field-way' && value === '电子邮件' && !typed('email')) { return '选了电子邮件，却没有填电子邮箱'; }
    if (row.id === 'dc-field-way' && value === '其他' && !typed('other-way')) { return '选了其他，却没有写明怎样获取'; }
    return '';
  }

  function typed(name) { return document.getElementById('dc-field-' + name).value.trim(); }

  /* What was typed as plain text beside each control: on paper a field shows only as much as fits on the screen. */
  function addPrinted() {
    rows.forEach(function (row) {
      var control = controlOf(row);
      if (!control) { return; }
      var text = element('span', 'dc-form__printed');
      control.parentNode.insertBefore(text, control.nextSibling);
      printed.push({ row: row, text: text });
    });
    form.classList.add('dc-form--live');
  }

  function updatePrinted() {
    printed.forEach(function (each) { each.text.textContent = valueOf(each.row); });
  }

  /* A whole page with what was filled in, its style inside, that opens anywhere. */
  function copy() {
    var title = document.querySelector('.dc-form-title').textContent.replace(/\s+/g, ' ').trim();
    var page = document.implementation.createHTMLDocument(title);
    var meta = page.createElement('meta'), style = page.createElement('style'), table = page.createElement('table');
    meta.setAttribute('charset', 'utf-8');
    page.head.insertBefore(meta, page.head.firstChild);
    page.documentElement.lang = 'zh-CN';
    style.textContent = 'body{max-width:42em;margin:2em auto;padding:0 1em;font-size:1.1em;line-height:1.75}' +
      'h1{text-align:center;font-size:1.4em}table{width:100%;border-collapse:collapse}' +
      'th,td{border:1px solid #333;padding:.4em .6em;text-align:left;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere}' +
      'th{width:10em}@page{size:A4;margin:20mm}';
    page.head.appendChild(style);
    page.body.appendChild(page.createElement('h1')).textContent = title;
    page.body.appendChild(table);
    rows.map(function (row) { return [labelOf(row), valueOf(row)]; })
      .concat(Array.prototype.map.call(form.querySelectorAll('.dc-form__signature dt'), function (term) {
        return [term.textContent, ''];
      }))
      .forEach(function (pair) {
        var row = table.insertRow(), label = page.createElement('th');
        label.scope = 'row';
        label.textContent = pair[0];
        row.appendChild(label);
        row.insertCell().textContent = pair[1];
      });
    return '<!DOCTYPE html>\n' + page.documentElement.outerHTML;
  }

  var unsaved = false;

  function remember() { unsaved = true; }

  function forget() { unsaved = false; }

  /* Leaving the page loses what was typed, so the browser asks first. */
  function ask(event) {
    if (unsaved) {
      event.preventDefault();
      event.returnValue = '';
    }
  }

  function save() {
    var address = URL.createObjectURL(new Blob([copy()], { type: 'text/html;charset=utf-8' }));
    var link = element('a');
    link.href = address;
    link.download = document.querySelector('.dc-form-title').lastChild.textContent.trim() + '.html';
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(address); }, 60000);
    forget();
    say('已经交给浏览器保存，一般在“下载”文件夹里。文件里有您的个人信息，请保管好。');
  }

  var alertBox = element('div', 'dc-form__alert');
  var status = element('p', 'dc-form__status');
  alertBox.setAttribute('role', 'alert');
  status.setAttribute('role', 'status');

  function say(text) { status.textContent = text; }

  function button(text, action) {
    var made = window.dcTools.button(text, action);
    made.classList.add('dc-form__button');
    return made;
  }

  function quiet() {
    alertBox.textContent = '';
    alertBox.classList.remove('dc-form__alert--on');
    say('');
  }

  /* Does `action`, or first lists what is missing and offers to do it all the same. */
  function afterLooking(action, insist) {
    quiet();
    var troubled = rows.filter(troubleIn);
    if (!troubled.length) {
      action();
      return;
    }
    var list = element('ul');
    troubled.forEach(function (row) {
      var target = controlOf(row) || row, link = element('a', '', labelOf(row) + '：' + troubleIn(row));
      link.href = '#' + target.id;
      link.addEventListener('click', function (event) {
        event.preventDefault();
        (controlOf(row) || row.querySelector('.dc-form__radio')).focus();
      });
      list.appendChild(element('li')).appendChild(link);
    });
    var title = element('p', 'dc-form__alert-title', '有 ' + troubled.length + ' 项请再看一下：');
    title.tabIndex = -1;
    alertBox.appendChild(title);
    alertBox.appendChild(list);
    alertBox.appendChild(button(insist, function () {
      quiet();
      action();
    }));
    alertBox.classList.add('dc-form__alert--on');
    title.focus();
  }

  function clear() {
    form.querySelectorAll('.dc-form__control').forEach(function (control) {
      if (control.options) { control.selectedIndex = 0; } else { control.value = ''; }
    });
    form.querySelectorAll('.dc-form__radio').forEach(function (radio) { radio.checked = false; });
    updatePrinted();
    quiet();
    forget();
    say('已经清空。');
  }

  function clearButton() {
    var asked = false;
    var made = button('清空', function () {
      if (asked) { clear(); } else { say('再按一次“清空”，填写的内容就全部清掉。'); }
      asked = !asked;
      made.textContent = asked ? '再按一次，全部清空' : '清空';
    });
    made.addEventListener('blur', function () {
      if (asked) { say(''); }
      asked = false;
      made.textContent = '清空';
    });
    return made;
  }

  function addButtons() {
    var bar = element('div', 'dc-form__bar');
    bar.appendChild(button('打印申请表', function () { afterLooking(function () { window.print(); }, '就这样打印'); }));
    bar.appendChild(button('保存到我的电脑', function () { afterLooking(save, '就这样保存'); }));
    bar.appendChild(clearButton());
    form.appendChild(alertBox);
    form.appendChild(bar);
    form.appendChild(status);
  }

  addPrinted();
  addButtons();
  updatePrinted();
  form.addEventListener('input', updatePrinted);
  form.addEventListener('input', remember);
  window.addEventListener('beforeunload', ask);
  window.addEventListener('afterprint', forget);
  form.addEventListener('change', updatePrinted);
  window.addEventListener('beforeprint', updatePrinted);
  window.addEventListener('pageshow', updatePrinted);
}());
