"""What looks across the analyses: key figures, and plans with nothing behind them."""
