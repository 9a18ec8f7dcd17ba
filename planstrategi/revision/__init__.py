"""From one planstrategi to the next: two held against each other, the next one drafted, and its calendar."""
