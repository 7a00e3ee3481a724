"""Every bound on work, by topic; beside each the measurement or the reason that chose it."""

from calctool.budget.balls import *
from calctool.budget.batches import *
from calctool.budget.checking import *
from calctool.budget.entered import *
from calctool.budget.exact import *
from calctool.budget.extrema import *
from calctool.budget.roots import *
from calctool.budget.running import *
from calctool.budget.steps import *
from calctool.budget.systems import *
from calctool.budget.tables import *
