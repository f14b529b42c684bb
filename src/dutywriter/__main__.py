"""python -m dutywriter."""

import sys

from dutywriter.cli.app import main

sys.exit(main())
