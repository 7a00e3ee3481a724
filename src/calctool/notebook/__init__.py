"""calctool in notebooks: `%load_ext calctool`, then `%calctool` and `%%calctool`."""
