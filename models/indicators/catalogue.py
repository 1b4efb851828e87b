"""Every indicator by its key."""

from __future__ import annotations

from models.indicators.emulation import EMULATION
from models.indicators.feedback import VOICES
from models.indicators.indicator import AnyIndicator
from models.indicators.outreach import OUTREACH
from models.indicators.people import PEOPLE
from models.indicators.reform import REFORM
from models.indicators.representation import REPRESENTATION
from models.indicators.submissions import SENT
from models.indicators.workforce import WORKFORCE

_WORK: tuple[AnyIndicator, ...] = (*OUTREACH, *REFORM, *EMULATION, *VOICES)
_ALL: tuple[AnyIndicator, ...] = (*WORKFORCE, *PEOPLE, *REPRESENTATION, *_WORK, *SENT)
INDICATORS: dict[str, AnyIndicator] = {each.key: each for each in _ALL}
