// What the reader chose on this device, put on the page before anything is shown: no flash of another layout.
// Runs in the head, not deferred, for that reason. `?elder` in an address turns 长者模式 on, `?elder=0` off.
// `data-dc-scripts` tells the style sheets that scripts run, `data-dc-asked` that the address holds a question for the search.
(function () {
  'use strict';
  var page = document.documentElement;
  var names = ['elder', 'contrast', 'size'];
  var asked = /[?&]elder(=[^&]*)?(?=&|$)/.exec(window.location.search);

  function stored(name) {
    try {
      return window.localStorage.getItem('dc-' + name);
    } catch (refused) {
      return null;
    }
  }

  // A script that did not come, or broke off, cannot say so itself: until the search stands in its place, the page says it.
  function sayMissing(event) {
    var place = document.querySelector('[data-dc-missing]');
    if (place && !place.firstElementChild && (event.target === window || event.target.nodeName === 'SCRIPT')) {
      place.textContent = place.getAttribute('data-dc-missing');
      page.removeAttribute('data-dc-asked');
    }
  }

  window.addEventListener('error', sayMissing, true);
  window.dcPreferences = {
    names: names,
    get: function (name) {
      return page.getAttribute('data-dc-' + name) || '';
    },
    set: function (name, value) {
      if (value) {
        page.setAttribute('data-dc-' + name, value);
      } else {
        page.removeAttribute('data-dc-' + name);
      }
      try {
        if (value) {
          window.localStorage.setItem('dc-' + name, value);
        } else {
          window.localStorage.removeItem('dc-' + name);
        }
      } catch (refused) {
        // The device does not let us remember; the choice holds for this page.
      }
    }
  };

  page.setAttribute('data-dc-scripts', '');
  if (/[?&]q=[^&]/.test(window.location.search)) {
    // The page of the search keeps room for the answer from the start.
    page.setAttribute('data-dc-asked', '');
  }
  names.forEach(function (name) {
    var value = stored(name);
    if (value && /^[1-3]$/.test(value)) {
      page.setAttribute('data-dc-' + name, value);
    }
  });
  if (asked) {
    window.dcPreferences.set('elder', asked[1] === '=0' ? '' : '1');
    try {
      // Once obeyed the wish leaves the address: it shall not come back after the reader has changed his mind.
      var rest = window.location.search.replace(asked[0], '').replace(/^&/, '?');
      window.history.replaceState(null, '', window.location.pathname + rest + window.location.hash);
    } catch (refused) {
      // A page from a disk may not change its address.
    }
  }
})();
