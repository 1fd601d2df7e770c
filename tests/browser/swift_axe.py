"""axe-core as it is published, run so that it finds the same in two thirds of the time.

Most of its time goes into the contrast of colours, and most of that not into contrast:

- It reads a computed colour anew for each element behind each text, through a library that knows every colour space.
  The few colours that a page has are read once here, and copied.
- It was compiled for old browsers, in which each private field of a colour is an entry of a `WeakMap`, and all of them
  are gone through whenever memory is cleared. Here a field is kept on its object, under a symbol that nobody else has.

tests/browser/test_look.py compares all that both say of a page.
"""

from axe_playwright_python.base import AXE_SCRIPT

_FIELDS_ON_THEIR_OBJECTS = """class {
    constructor() { this.slot = Symbol(); }
    has(object) { return Object.hasOwn(object, this.slot); }
    get(object) { return object[this.slot]; }
    set(object, value) { object[this.slot] = value; return this; }
    delete(object) { return delete object[this.slot]; }
}"""
_EACH_COLOUR_ONCE = """(() => {
    const Color = axe.commons.color.Color, read = Color.prototype.parseString, known = new Map();
    Color.prototype.parseString = function (text) {
        if (!known.has(text)) known.set(text, read.call(new Color(), text));
        const {r, g, b, alpha} = known.get(text);
        return Object.assign(this, {r, g, b, alpha});
    };
})();"""
SWIFT_AXE = f"(WeakMap => {{ {AXE_SCRIPT}\n }})({_FIELDS_ON_THEIR_OBJECTS});\n{_EACH_COLOUR_ONCE}"
"""A script that defines `axe`, to be run in a page."""
