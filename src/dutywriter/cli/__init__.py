"""Commands: parse, call, write."""

import gc

gc.set_threshold(100_000)  # a run is over before there is garbage worth collecting: a tenth of its time
