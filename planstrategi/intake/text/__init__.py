"""Text taken out of a document: tables whose columns it holds, and rows where it has lost them."""
