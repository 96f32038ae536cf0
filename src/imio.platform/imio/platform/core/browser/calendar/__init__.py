"""The page where the commune says which days it is closed."""
