"""What stands in the views: people, boats, houses, beasts and things.

All are drawn at one scale, in which a grown person is 100 high, with the foot
at the origin; a scene sets the pen's scale to say how far away they stand.
"""
