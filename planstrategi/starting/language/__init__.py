"""The words of JupyterLab in bokmål, as a language pack: jupyterlab.json, found by JupyterLab through pyproject.toml."""
