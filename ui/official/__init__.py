"""The authority's own workbooks in the window: kept, mapped by pointing, filled."""
