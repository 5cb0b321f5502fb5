"""The board: a draft's forms, a folder a step, in any order."""
