"""The authority's own workbook fills itself and stays, in everything else, the file they sent."""
