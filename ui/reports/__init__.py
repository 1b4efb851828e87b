"""Reports on the screen: the sheet, the records behind a figure, handing a file out."""
