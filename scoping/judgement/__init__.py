"""What a good colleague would say before the offer leaves the studio."""
