"""From one planstrategi to the next: two held against each other, and the next one drafted."""
