"""What is handed over alone: one page of sentences, each from the analysis it rests on."""
