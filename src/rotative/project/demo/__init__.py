"""The demonstration paper: L'Amer, daily of Aubrelle, with its people, stories and pictures.

    copyfile    reads a story file                      no framework
    days        dates, counted from the day it is made   no framework
    cast        who and what the paper is made of        no framework
    proof       what is wrong with cast and stories      no framework
    markup      a reporter's marks as rich text          no framework
    plates      draws the pictures, over all cores
    making      makes the paper, from an empty folder
"""
