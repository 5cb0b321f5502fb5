"""Paletti: scope-of-work documents that keep marketing and social media apart."""
