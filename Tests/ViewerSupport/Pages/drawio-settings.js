// Read by draw.io's viewer when it starts: stay offline, load nothing but what the page names.
'use strict';
window.mxLoadResources = false;
window.mxLoadStylesheets = false;
window.urlParams = { offline: '1', stealth: '1', lockdown: '1', pwa: '0' };
// Where there is a MathJax, the viewer does not fetch one.
window.MathJax = {};
// Otherwise the viewer looks for drawings in the page by itself.
window.onDrawioViewerLoad = () => {};
