"""`make bench`: what a document costs, beside what others need for the same one. docs/performance.md tells
more."""
