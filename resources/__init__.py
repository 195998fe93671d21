"""Icons, themes, translations: data that the gui reads through `importlib.resources`."""
