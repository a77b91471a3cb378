// Lays SVG files into one HTML page, as a person who inlines them does, and asks for their names.
'use strict';

window.addEventListener('load', () => {
  const pictures = input.map(file => {
    const holder = document.createElement('div');
    holder.innerHTML = decoded(file.content).replace(/^<\?xml[^>]*\?>/, '');
    document.body.append(holder);
    return { name: file.name, svg: holder.querySelector('svg') };
  });
  const ids = [...document.querySelectorAll('svg [id]')].map(element => element.id);
  report({
    pictures: pictures.map(({ name, svg }) => ({
      name, accessibleName: svg.computedName, role: svg.computedRole,
    })),
    repeatedIDs: [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))],
    complaints: takeComplaints(),
  });
});
