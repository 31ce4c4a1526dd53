project = "A course"
extensions = ["myst_parser"]
exclude_patterns = ["_build"]
html_static_path = ["_static"]
html_js_files = [("moonlab/moon-lab.js", {"type": "module"})]
