"""Why a file is no video for the site."""

import enum


class Fault(enum.Enum):
    BROKEN = "broken"  # sizes do not add up, parts are missing, something hangs on at the end
    CODEC = "codec"  # browsers from 2019 on do not play it
    OTHER_TRACKS = "other_tracks"  # places, files, scripts: anything but picture and sound


class NotPlayable(Exception):
    def __init__(self, fault: Fault):
        super().__init__(fault.value)
        self.fault = fault
