"""Taking back: hidden pieces the board hears of, and blanking secrets in every version."""
