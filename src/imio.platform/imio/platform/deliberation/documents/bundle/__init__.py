"""A meeting's file as one PDF: the agenda, then each point with its annexes.

Made for one person, of what that person may see, and kept with her own things:
it is shared with nobody, whatever they may see.
"""
