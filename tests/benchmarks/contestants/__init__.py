"""Who prints: each contestant lives in a process of its own and says what each document took."""
