"""Things on paper, drawn to the millimetre; knows neither kits, languages nor windows."""
