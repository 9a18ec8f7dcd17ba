"""What one begins with: the folder of a new municipality or period, and JupyterLab."""
